package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.plan.GoldPlanner;
import io.medallion.plan.SilverPlanner;
import io.medallion.question.QuestionTranslator;
import io.medallion.route.AccessPolicy;
import io.medallion.route.QueryRouter;
import java.time.Duration;

/**
 * How a Medallion works; its builder collects them.
 *
 * @param context on whose behalf calls run that do not say
 * @param rowLimit the most rows an answer holds
 * @param timeout how long a query may take
 * @param showValues whether plans may quote values of personal columns
 */
record Settings(
        SilverPlanner silverPlanner,
        GoldPlanner goldPlanner,
        QuestionTranslator translator,
        QueryRouter router,
        AccessPolicy accessPolicy,
        CallContext context,
        MedallionListener listener,
        Duration waitWhenBusy,
        Medallion.OwnTables ownTables,
        int rowLimit,
        Duration timeout,
        boolean showValues) {}
