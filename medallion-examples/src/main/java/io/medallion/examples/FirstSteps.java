package io.medallion.examples;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.month;

import io.medallion.jdbc.Answer;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.plan.SilverPlan;
import java.nio.file.Path;

/** Ten lines from a file to an answer; the README shows them. */
final class FirstSteps {

    private FirstSteps() {}

    static Answer run(Path orders, Path database) {
        try (Medallion medallion = Medallion.embedded(database)) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            shop.bronze().load();
            SilverPlan plan = shop.silver().plan();
            System.out.println(plan.explain());
            System.out.println(shop.silver().build(plan.acceptAtLeast(0.8)).explain());
            shop.gold().build(shop.gold().plan().top(3));
            Answer answer = shop.query(measure("revenue").by(month("created_at")));
            System.out.println(answer.toText() + answer.route().explain());
            return answer;
        }
    }
}
