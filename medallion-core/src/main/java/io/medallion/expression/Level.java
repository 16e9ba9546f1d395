package io.medallion.expression;

/** How tightly the outermost operator of an expression binds. */
final class Level {

    private Level() {}

    static int of(Expression expression) {
        if (expression instanceof Binary binary) {
            return binary.operator().level();
        }
        if (expression instanceof Not) {
            return Precedence.NOT;
        }
        if (expression instanceof Negate) {
            return Precedence.SIGN;
        }
        boolean predicate = expression instanceof Between
                || expression instanceof InList
                || expression instanceof Like
                || expression instanceof IsNull
                || expression instanceof IsDistinctFrom;
        return predicate ? Precedence.PREDICATE : Precedence.ATOM;
    }
}
