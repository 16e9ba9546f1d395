package io.medallion.sql;

import io.medallion.expression.Call;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import java.util.List;
import org.jooq.Field;

/** The closed list of functions of one row. */
final class FunctionSql {

    private final ExpressionSql expressions;
    private final TextSql text;
    private final NumberSql number;
    private final CalendarSql calendar;

    FunctionSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.text = new TextSql(expressions);
        this.number = new NumberSql(expressions);
        this.calendar = new CalendarSql(expressions);
    }

    Field<?> of(Call call) {
        List<Expression> operands = call.arguments();
        List<Field<?>> values = expressions.fields(operands);
        return switch (call.scalarFunction()) {
            case LOWER -> text.letters("lower", values.get(0));
            case UPPER -> text.letters("upper", values.get(0));
            case TRIM -> text.trim("both", values.get(0));
            case LTRIM -> text.trim("leading", values.get(0));
            case RTRIM -> text.trim("trailing", values.get(0));
            case LENGTH -> text.length(values.get(0));
            case SUBSTRING -> text.substring(operands);
            case LEFT -> text.end("left", operands);
            case RIGHT -> text.end("right", operands);
            case REPLACE -> text.replace(operands, values);
            case CONCAT -> text.concat(values);
            case LPAD -> text.leftPad(operands, values);
            case SPLIT_PART -> text.part(operands, values);
            case STARTS_WITH -> text.startsWith(values.get(0), values.get(1));
            case ENDS_WITH -> text.endsWith(values.get(0), values.get(1));
            case CONTAINS -> text.contains(values.get(0), values.get(1));
            case REGEXP_MATCHES -> text.matches(values.get(0), (Literal) operands.get(1));
            case MD5 -> text.md5(values.get(0));
            case COALESCE -> NumberSql.call("coalesce", values);
            case NULLIF -> NumberSql.call("nullif", values);
            case GREATEST -> number.extreme("greatest", values);
            case LEAST -> number.extreme("least", values);
            case ABS -> NumberSql.call("abs", values);
            case ROUND -> number.round(call);
            case FLOOR -> number.whole("floor", operands.get(0));
            case CEIL -> number.whole("ceil", operands.get(0));
            case YEAR -> calendar.part("year", operands.get(0));
            case QUARTER -> calendar.part("quarter", operands.get(0));
            case MONTH -> calendar.part("month", operands.get(0));
            case WEEK -> calendar.week(operands.get(0));
            case DAY -> calendar.part("day", operands.get(0));
            case DAY_OF_WEEK -> calendar.dayOfWeek(operands.get(0));
            case HOUR -> calendar.part("hour", operands.get(0));
            case MINUTE -> calendar.part("minute", operands.get(0));
            case SECOND -> calendar.second(operands.get(0));
            case DAYS_BETWEEN -> calendar.daysBetween(values.get(0), values.get(1));
            case ADD_DAYS -> calendar.addDays(values.get(0), values.get(1));
        };
    }
}
