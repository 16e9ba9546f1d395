package io.medallion.expression;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Writes expressions as text with only the parentheses that reading back needs. */
final class CanonicalText implements ExpressionVisitor<Void> {

    private final StringBuilder out = new StringBuilder();

    private CanonicalText() {}

    static String of(Expression expression) {
        CanonicalText text = new CanonicalText();
        expression.accept(text);
        return text.out.toString();
    }

    private CanonicalText write(String text) {
        out.append(text);
        return this;
    }

    /** Writes {@code part} where only what binds at least as tightly as {@code level} may stand bare. */
    private CanonicalText write(Expression part, int level) {
        boolean bare = Level.of(part) >= level;
        write(bare ? "" : "(");
        part.accept(this);
        return write(bare ? "" : ")");
    }

    private CanonicalText list(List<Expression> parts) {
        String separator = "";
        for (Expression part : parts) {
            write(separator).write(part, Precedence.OR);
            separator = ", ";
        }
        return this;
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    @Override
    public Void visitColumn(ColumnRef column) {
        if (column.table() != null) {
            write(Names.quotedWhereNeeded(column.table())).write(".");
        }
        write(Names.quotedWhereNeeded(column.column()));
        return null;
    }

    @Override
    public Void visitLiteral(Literal literal) {
        write(literalText(literal));
        return null;
    }

    private static String literalText(Literal literal) {
        Object value = literal.value();
        return switch (literal.kind()) {
            case TEXT -> Names.textLiteral((String) value);
            case NUMBER -> ((BigDecimal) value).toPlainString();
            case BOOLEAN -> (Boolean) value ? "TRUE" : "FALSE";
            case NULL -> "NULL";
            case DATE -> "DATE '" + LiteralRules.DATE.format((LocalDate) value) + "'";
            case TIME -> "TIME '" + LiteralRules.TIME.format((LocalTime) value) + "'";
            case TIMESTAMP -> "TIMESTAMP '" + LiteralRules.TIMESTAMP.format((LocalDateTime) value) + "'";
            case TIMESTAMPTZ ->
                "TIMESTAMPTZ '" + LiteralRules.TIMESTAMP.format(LiteralRules.inUtc((Instant) value)) + "Z'";
        };
    }

    @Override
    public Void visitNegate(Negate negate) {
        // A bare number would be read as a negative literal, and two signs as a comment.
        boolean bare = !(negate.operand() instanceof Literal) && !(negate.operand() instanceof Negate);
        write("-").write(negate.operand(), bare ? Precedence.SIGN : Precedence.ATOM + 1);
        return null;
    }

    @Override
    public Void visitNot(Not not) {
        write("NOT ").write(not.operand(), Precedence.NOT);
        return null;
    }

    @Override
    public Void visitBinary(Binary binary) {
        int level = binary.operator().level();
        int left = binary.operator().isComparison() ? level + 1 : level;
        write(binary.left(), left).write(" " + binary.operator().symbol() + " ").write(binary.right(), level + 1);
        return null;
    }

    @Override
    public Void visitBetween(Between between) {
        write(between.operand(), Precedence.CONCAT)
                .write(not(between.negated()))
                .write(" BETWEEN ")
                .write(between.low(), Precedence.CONCAT)
                .write(" AND ")
                .write(between.high(), Precedence.CONCAT);
        return null;
    }

    @Override
    public Void visitInList(InList inList) {
        write(inList.operand(), Precedence.CONCAT)
                .write(not(inList.negated()))
                .write(" IN (")
                .list(inList.values())
                .write(")");
        return null;
    }

    @Override
    public Void visitLike(Like like) {
        write(like.operand(), Precedence.CONCAT)
                .write(not(like.negated()))
                .write(" LIKE ")
                .write(like.pattern(), Precedence.CONCAT);
        if (like.escape() != null) {
            write(" ESCAPE ").write(Names.textLiteral(like.escape()));
        }
        return null;
    }

    @Override
    public Void visitIsNull(IsNull isNull) {
        write(isNull.operand(), Precedence.CONCAT)
                .write(" IS")
                .write(not(isNull.negated()))
                .write(" NULL");
        return null;
    }

    @Override
    public Void visitIsDistinctFrom(IsDistinctFrom distinct) {
        write(distinct.left(), Precedence.CONCAT)
                .write(" IS")
                .write(not(distinct.negated()))
                .write(" DISTINCT FROM ")
                .write(distinct.right(), Precedence.CONCAT);
        return null;
    }

    @Override
    public Void visitCaseWhen(CaseWhen caseWhen) {
        write("CASE");
        for (CaseWhen.Branch branch : caseWhen.branches()) {
            write(" WHEN ").write(branch.condition(), Precedence.OR);
            write(" THEN ").write(branch.result(), Precedence.OR);
        }
        if (caseWhen.otherwise() != null) {
            write(" ELSE ").write(caseWhen.otherwise(), Precedence.OR);
        }
        write(" END");
        return null;
    }

    @Override
    public Void visitCast(Cast cast) {
        write("CAST(").write(cast.operand(), Precedence.OR).write(" AS " + cast.type() + ")");
        return null;
    }

    @Override
    public Void visitTryCast(TryCast tryCast) {
        write("TRY_CAST(").write(tryCast.operand(), Precedence.OR).write(" AS " + tryCast.type() + ")");
        return null;
    }

    @Override
    public Void visitCall(Call call) {
        write(call.function()).write("(").list(call.arguments()).write(")");
        return null;
    }

    @Override
    public Void visitBucketed(Bucketed bucketed) {
        TimeBucket bucket = bucketed.bucket();
        write(TimeBucket.NAME + "('" + bucket.grain() + "', ").write(bucketed.operand(), Precedence.OR);
        if (bucket.zone() != null) {
            write(", ").write(Names.textLiteral(bucket.zone()));
        }
        if (bucket.weekStart() != DayOfWeek.MONDAY) {
            write(", '" + bucket.weekStart() + "'");
        }
        write(")");
        return null;
    }

    @Override
    public Void visitAggregateCall(AggregateCall call) {
        Aggregate aggregate = call.aggregate();
        write(aggregate.function().name()).write(aggregate.distinct() ? "(DISTINCT " : "(");
        if (aggregate.argument() == null) {
            write("*");
        } else {
            write(aggregate.argument(), Precedence.OR);
        }
        write(")");
        if (aggregate.filter() != null) {
            write(" FILTER (WHERE ").write(aggregate.filter(), Precedence.OR).write(")");
        }
        return null;
    }
}
