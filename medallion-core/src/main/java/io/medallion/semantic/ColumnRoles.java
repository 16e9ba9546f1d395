package io.medallion.semantic;

import io.medallion.ColumnType;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column is for, from its annotations or else from its type and name. */
final class ColumnRoles {

    /** Numbers that name things instead of measuring them. */
    private static final Pattern CODE = Pattern.compile(
            "(.*_)?(id|ids|key|code|codes|no|nr|num|number|zip|zipcode|plz|postal|postcode|phone|fax|isbn|ean|gtin|sku|year|month"
                    + "|quarter|week|weekday|day|hour|minute|lat|lon|lng|latitude|longitude|rank|version|iban|index"
                    + "|x|y|coord|coords|coordinate|coordinates|northing|easting|ward|precinct|district|tract|tracts"
                    + "|polygon|boundaries|bin|bbl)(_\\d+)?");

    /** {@code customerid}, but not {@code amount_paid}. */
    private static final Pattern GLUED_ID = Pattern.compile(
            "(?!(.*_)?(bid|grid|valid|invalid|mid|aid|humid|fluid|liquid|solid|covid|void|acid|rapid)$|.*paid$).*\\p{L}id");

    /** Numbers whose sum means nothing. */
    private static final Pattern PER_UNIT = Pattern.compile(
            "(.*_)?(rate|ratio|share|percent|percentage|pct|avg|average|mean|median|age|score|rating|temperature|temp|margin_pct"
                    + "|unit_price|list_price|price_per_.*|unit_cost|.*_per_.*)"
                    + "|(.*_)?(speed|velocity|temperature|humidity|pressure|altitude|elevation|height|depth|density|voltage"
                    + "|latitude|longitude|percent|pct|avg|average|mean|median|rating)(_.*)?");

    private static final Pattern UNLIKELY_TIME =
            Pattern.compile(".*(birth|dob|updated|modified|changed|deleted|expir|due|valid_to|valid_until|end).*");

    private ColumnRoles() {}

    static Role of(GoldInput.Column column, @Nullable SilverColumn spec, List<String> key) {
        Role stated = spec == null ? null : spec.annotations().role();
        ColumnType type = column.type();
        if (stated == Role.KEY || stated == Role.FOREIGN_KEY) {
            return stated;
        }
        if (type.isTemporal()) {
            return Role.TIME;
        }
        if (key.equals(List.of(column.name()))) {
            return Role.KEY;
        }
        if (spec != null && spec.unit() != null && !key.contains(column.name())) {
            // its normalised value is the measure
            return Role.ATTRIBUTE;
        }
        if (stated != null && stated != Role.TIME) {
            return stated == Role.MEASURE && !type.isNumeric() ? Role.ATTRIBUTE : stated;
        }
        if (!type.isNumeric()) {
            return Role.DIMENSION;
        }
        if (key.contains(column.name())) {
            return Role.DIMENSION;
        }
        String name = folded(column.name());
        boolean code = CODE.matcher(name).matches() || GLUED_ID.matcher(name).matches();
        return code ? codeRole(name) : Role.MEASURE;
    }

    private static Role codeRole(String name) {
        boolean refers = Pattern.matches("(.*_)?(id|key)", name)
                || GLUED_ID.matcher(name).matches();
        return refers ? Role.FOREIGN_KEY : Role.DIMENSION;
    }

    /** Whether a sum over the column means nothing: rates, percentages, values per unit. */
    static boolean perUnit(String name, @Nullable SilverColumn spec) {
        String unit = spec == null ? null : spec.annotations().unit();
        return "percent".equals(unit)
                || "%".equals(unit)
                || PER_UNIT.matcher(folded(name)).matches();
    }

    static int timeRank(String name, @Nullable Role role) {
        int unlikely = UNLIKELY_TIME.matcher(folded(name)).matches() ? 2 : 0;
        return unlikely + (role == Role.TIME ? 0 : 1);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
