package io.medallion.semantic;

import io.medallion.expression.NearestName;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The order of an answer: as stated, else by the first measure, made total by the groupings. */
final class ResultOrder {

    private final SemanticQuery query;
    private final List<Grouping> groupings;
    private final List<Measure> measures;
    private final ModelProblems wrong;

    ResultOrder(SemanticQuery query, List<Grouping> groupings, List<Measure> measures, ModelProblems wrong) {
        this.query = query;
        this.groupings = groupings;
        this.measures = measures;
        this.wrong = wrong;
    }

    List<SemanticQuery.OrderKey> total() {
        List<SemanticQuery.OrderKey> order = new ArrayList<>();
        query.order().forEach(key -> order.add(new SemanticQuery.OrderKey(output(key.name()), key.descending())));
        if (order.isEmpty() && !measures.isEmpty()) {
            order.add(new SemanticQuery.OrderKey(measures.get(0).name(), true));
        }
        groupings.stream()
                .filter(g -> order.stream().noneMatch(key -> key.name().equals(g.name())))
                .forEach(g -> order.add(new SemanticQuery.OrderKey(g.name(), false)));
        return groupings.isEmpty() ? List.of() : order;
    }

    /** The column of the answer that is meant: by its name there, or by the word it was asked with. */
    private String output(String name) {
        List<String> outputs = Stream.concat(
                        measures.stream().map(Measure::name), groupings.stream().map(Grouping::name))
                .toList();
        if (outputs.contains(name)) {
            return name;
        }
        for (int i = 0; i < measures.size(); i++) {
            if (query.measures().get(i).name().equals(name)) {
                return measures.get(i).name();
            }
        }
        for (int i = 0; i < groupings.size(); i++) {
            if (query.groupings().get(i).name().equals(name)) {
                return groupings.get(i).name();
            }
        }
        wrong.add(
                "order by '" + name + "'",
                "names no column of the answer: " + String.join(", ", outputs) + ".",
                NearestName.advice(name, outputs));
        return name;
    }
}
