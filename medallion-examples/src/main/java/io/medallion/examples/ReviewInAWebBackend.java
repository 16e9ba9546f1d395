package io.medallion.examples;

import io.medallion.*;
import io.medallion.jdbc.*;
import io.medallion.plan.*;
import java.util.Map;

/** A plan reviewed and edited in the screens of a host. */
final class ReviewInAWebBackend {
    record Response(int status, Object body) {}

    final Medallion medallion;

    ReviewInAWebBackend(Medallion medallion) {
        this.medallion = medallion;
    }

    Response getPlan(String pipeline, String table) {
        SilverPlan plan = medallion.pipeline(pipeline).silver(table).plan();
        return new Response(200, plan.toJson());
    }

    Batch upload(String pipeline, String table, java.nio.file.Path temporary) {
        return medallion
                .pipeline(pipeline)
                .bronze()
                .load(io.medallion.jdbc.source.Csv.file(temporary).named(table));
    }

    Response putPlan(String pipeline, String table, String editedJson) {
        SilverLayer silver = medallion.pipeline(pipeline).silver(table);
        try {
            SilverPlan edited = SilverPlan.fromJson(editedJson); // checked like model text: expressions, names, ids
            Build build = silver.build(edited); // refuses when columns moved or another spec was built
            return new Response(
                    200,
                    Map.of(
                            "build",
                            build.toJson(),
                            "rejects",
                            silver.rejects().summary(),
                            "sample",
                            silver.rejects().page(0, 20)));
        } catch (StalePlanException stale) {
            return new Response(
                    409,
                    Map.of(
                            "problems",
                            stale.problems(),
                            "plan",
                            silver.measure(SilverPlan.fromJson(editedJson)).toJson()));
        } catch (PipelineBusyException busy) {
            return new Response(423, busy.owner());
        } catch (BuildFailedException failed) {
            return new Response(500, failed.build().toJson());
        } catch (MedallionException bad) {
            return new Response(422, bad.problems());
        }
    }
    /** The same, decided by the server from two ids and one edit: no trust in posted evidence at all. */
    Build decide(String pipeline, String table) {
        SilverLayer silver = medallion.pipeline(pipeline).silver(table);
        SilverPlan plan = silver.plan()
                .acceptAtLeast(0.8)
                .editColumn(
                        "column:revenue", c -> c.named("revenue_usd").nulls(io.medallion.spec.NullPolicy.fillZero()))
                .reject("check:email:matches");
        return silver.build(plan);
    }
}
