using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the manifest of a domain.</summary>
internal static class ManifestEmitter
{
    public static string Emit(ManifestSpec manifest)
    {
        var name = Naming.Pascal(manifest.Domain.Name) + "Domain";
        var full = manifest.Namespace.Length > 0 ? $"global::{manifest.Namespace}.{name}" : $"global::{name}";
        var writer = SourceFile.Begin("");
        writer.Line($"[assembly: {SourceFile.Contracts}DomainManifest(typeof({full}))]").Line();
        if (manifest.Namespace.Length > 0)
            writer.Line($"namespace {manifest.Namespace};").Line();
        writer.Line($"/// <summary>The domain <c>{SourceFile.Doc(manifest.Domain.Name)}</c>: everything that is declared in this assembly.</summary>");
        writer.Open($"public sealed class {name} : {SourceFile.Contracts}DomainManifest");
        writer.Line("/// <summary>The domain.</summary>");
        writer.Line($"public static {name} Instance {{ get; }} = new();").Line();
        WriteProperty(writer, "string Name => " + SourceFile.Literal(manifest.Domain.Name) + ";");
        WriteProperty(writer, $"global::Dreaming.MedHelm Task => global::Dreaming.MedHelm.{manifest.Domain.Task};");
        WriteProperty(writer, "string Instructions => " + SourceFile.Literal(manifest.Domain.Instructions) + ";");
        WriteArray(writer, "ToolContract", "Tools", manifest.Tools, "{0}.Contract", "");
        WriteArray(writer, "InvariantContract", "Invariants", manifest.Policies, ".. {0}.Invariants", "invariant => invariant.Id");
        if (manifest.Constraints.Count > 0)
            WriteArray(writer, "ConstraintContract", "Constraints", manifest.Constraints, ".. {0}.Constraints", "constraint => constraint.Id");
        SignalEmitter.WriteContracts(writer, manifest.Signals);
        WriteArray(writer, "ScenarioContract", "Scenarios", manifest.Scenarios, "{0}.Contract", "");
        WriteArray(writer, "CriterionContract", "Criteria", manifest.Rubrics, ".. {0}.Criteria", "criterion => criterion.Id");
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {SourceFile.Contracts}IWorld OpenWorld(global::Dreaming.WorldOptions options) => Open<{manifest.World}>(options);").Line();
        writer.Line($"private static {SourceFile.Contracts}IWorld Open<T>(global::Dreaming.WorldOptions options)");
        writer.Line($"    where T : class, global::Dreaming.ISandbox<T>, {SourceFile.Contracts}IWorld => T.Open(options);");
        SignalEmitter.WriteDetection(writer, manifest.Signals);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteProperty(SourceWriter writer, string property) =>
        writer.Line("/// <inheritdoc/>").Line("public override " + property).Line();

    // What several classes contribute to is ordered when the manifest is made; a rubric that two others include counts once.
    private static void WriteArray(SourceWriter writer, string type, string name, EquatableArray<string> types, string item, string order)
    {
        var array = $"{SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}{type}>";
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {array} {name} {{ get; }} =").Line("[").Indent();
        if (order.Length > 0)
        {
            var linq = "global::System.Linq.Enumerable.";
            writer.Line($".. {linq}OrderBy({linq}DistinctBy<{SourceFile.Contracts}{type}, string>(").Line("[").Indent();
            foreach (var t in types)
                writer.Line(string.Format(System.Globalization.CultureInfo.InvariantCulture, item, t) + ",");
            writer.Unindent().Line($"], static {order}), static {order}, global::System.StringComparer.Ordinal),");
        }
        else
        {
            foreach (var t in types)
                writer.Line(string.Format(System.Globalization.CultureInfo.InvariantCulture, item, t) + ",");
        }

        writer.Unindent().Line("];").Line();
    }
}
