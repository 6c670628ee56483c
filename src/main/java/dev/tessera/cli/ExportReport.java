package dev.tessera.cli;

import dev.tessera.transfer.export.ExportPlan;
import dev.tessera.transfer.export.ExportPlan.Planned;
import dev.tessera.transfer.export.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an export loses and where it went, in words and as JSON fields.
final class ExportReport {
    private final ExportPlan plan;

    ExportReport(ExportPlan plan) {
        this.plan = plan;
    }

    /// A line for each account that loses anything, and one for all entries that this release cannot use.
    List<String> lines() {
        var lines =
                new ArrayList<>(plan.losses().stream().map(ExportReport::line).toList());
        if (plan.setAside() > 0) {
            lines.add("left out: entries that this version cannot use: " + plan.setAside()
                    + "; an encrypted backup (--format tessera) holds them");
        }
        return lines;
    }

    /// @param files where it went; none if it was not written
    Map<String, Object> fields(List<Path> files) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("files", files.stream().map(Path::toString).toList());
        fields.put("format", plan.exporter().id());
        fields.put("sealed", plan.exporter().isSealed());
        fields.put("accounts", plan.written().size());
        fields.put("losses", plan.losses().stream().map(ExportReport::fields).toList());
        fields.put("setAside", plan.setAside());
        return fields;
    }

    private static String line(Planned planned) {
        var words = planned.losses().stream().map(Loss::words).collect(Collectors.joining("; "));
        return (planned.isLeftOut() ? "left out: " : "")
                + Shown.name(planned.entry().account()) + ": " + words;
    }

    private static Map<String, Object> fields(Planned planned) {
        var entry = planned.entry().entry();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", entry.id().toString());
        fields.put("issuer", entry.account().issuer());
        fields.put("accountName", entry.account().accountName());
        fields.put("result", planned.isLeftOut() ? "left-out" : "changed");
        fields.put("lost", planned.losses().stream().map(Loss::field).toList());
        return fields;
    }
}
