package io.medallion.sql;

import io.medallion.spec.BooleanParse;
import io.medallion.spec.DateParse;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.EpochParse;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.ParseVisitor;
import io.medallion.spec.TextParse;
import io.medallion.spec.TimeParse;
import io.medallion.spec.TimestampParse;

/** One class for each kind of parse. */
final class ParseSteps implements ParseVisitor<ParseSql> {

    private final Rendering rendering;

    ParseSteps(Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public ParseSql text(TextParse parse) {
        return arranged -> arranged.get(0);
    }

    @Override
    public ParseSql integer(IntegerParse parse) {
        return new IntegerParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql decimal(DecimalParse parse) {
        return new DecimalParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql floating(DoubleParse parse) {
        return new DoubleParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql bool(BooleanParse parse) {
        return new BooleanParseSql(parse, rendering);
    }

    @Override
    public ParseSql date(DateParse parse) {
        return new DateParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql time(TimeParse parse) {
        return new TimeParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql timestamp(TimestampParse parse) {
        return new TimestampParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql epoch(EpochParse parse) {
        return new EpochParseSql(parse, rendering.dialect());
    }

    @Override
    public ParseSql expression(ExpressionParse parse) {
        return arranged -> arranged.get(0);
    }
}
