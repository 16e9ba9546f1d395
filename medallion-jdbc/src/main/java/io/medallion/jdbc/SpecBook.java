package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.SpecRow;
import io.medallion.jdbc.store.SpecVersions;
import io.medallion.semantic.SemanticModel;
import io.medallion.spec.Json;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The specs of one pipeline as its versions tell. Versions count for the whole pipeline: a change of several tables has one
 * number. A table that was dropped leaves a version without content behind.
 */
final class SpecBook {

    private static final String MODEL = "MODEL";
    private static final String GONE = "";

    private final Session session;
    private final String pipeline;
    private final SpecVersions versions;

    SpecBook(Session session, String pipeline) {
        this.session = session;
        this.pipeline = pipeline;
        this.versions = new SpecVersions(session);
    }

    /** The model over the Silver tables as they are: they may have been built since it was stated. */
    static SemanticModel model(PipelineSpec specs) {
        return specs.model().over(specs.silver());
    }

    /** What holds now. */
    PipelineSpec inForce() {
        return assembled(versions.inForce(pipeline));
    }

    /** The version of the spec that holds for a table, 0 for none. */
    int version(Layer layer, String table) {
        return versions.inForce(pipeline, layer.name(), table)
                .map(SpecRow::version)
                .orElse(0);
    }

    int next() {
        return versions.newest(pipeline) + 1;
    }

    /** Every version, newest first. */
    List<SpecVersion> history() {
        Map<String, SpecRow> holding = new LinkedHashMap<>();
        Map<Integer, SpecVersion> history = new LinkedHashMap<>();
        for (SpecRow row : versions.of(pipeline)) {
            holding.put(row.layer() + ":" + row.table(), row);
            Instant since = row.createdAt();
            history.put(row.version(), new SpecVersion(row.version(), since, assembled(holding.values())));
        }
        List<SpecVersion> newestFirst = new ArrayList<>(history.values());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /** Lets a spec hold from now on; nothing happens when it is the one that holds. */
    void put(LayerSpec spec, int version, Instant now) {
        put(spec.layer().name(), spec.table(), spec.fingerprint(), spec.toJson(), version, now);
    }

    /** Lets a model hold from now on, or the one derived from Silver when it is no other. */
    void put(SemanticModel model, boolean derived, int version, Instant now) {
        if (derived) {
            retire(MODEL, "", version, now);
        } else {
            put(MODEL, "", Json.fingerprint(model), Json.write(model), version, now);
        }
    }

    /** Lets nothing hold for a table any more. */
    void retire(Layer layer, String table, int version, Instant now) {
        retire(layer.name(), table, version, now);
    }

    private void put(String layer, String table, String fingerprint, String json, int version, Instant now) {
        Optional<SpecRow> before = versions.inForce(pipeline, layer, table);
        if (before.filter(row -> row.json().equals(json)).isEmpty()) {
            versions.put(pipeline, layer, table, version, fingerprint, json, now);
        }
    }

    private void retire(String layer, String table, int version, Instant now) {
        if (versions.inForce(pipeline, layer, table).isPresent()) {
            versions.put(pipeline, layer, table, version, GONE, GONE, now);
            versions.retire(pipeline, layer, table);
        }
    }

    private PipelineSpec assembled(Collection<SpecRow> rows) {
        PipelineSpec spec = PipelineSpec.empty(pipeline);
        for (SpecRow row : rows) {
            if (!row.json().equals(GONE)) {
                spec = row.layer().equals(MODEL)
                        ? spec.with(Json.read(row.json(), SemanticModel.class))
                        : spec.with(LayerSpec.fromJson(row.json()));
            }
        }
        return spec;
    }
}
