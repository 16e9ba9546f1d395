package io.medallion.spec;

/** One method for each kind of {@link Parse}. */
public interface ParseVisitor<R> {
    R text(TextParse parse);

    R integer(IntegerParse parse);

    R decimal(DecimalParse parse);

    R floating(DoubleParse parse);

    R bool(BooleanParse parse);

    R date(DateParse parse);

    R time(TimeParse parse);

    R timestamp(TimestampParse parse);

    R epoch(EpochParse parse);

    R expression(ExpressionParse parse);
}
