using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the signals of a domain into its manifest. Nothing is added to a signal's record.</summary>
internal static class SignalEmitter
{
    public static void WriteContracts(SourceWriter writer, EquatableArray<SignalSpec> signals)
    {
        if (signals.Count == 0)
            return;
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public override {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}SignalContract> Signals {{ get; }} =").Line("[").Indent();
        foreach (var signal in signals)
            writer.Line($"new({SourceFile.Literal(signal.Id)}, {SourceFile.Literal(signal.Description)}, static soFar => Detect<{signal.Event.Operand.Type}>(soFar)),");
        writer.Unindent().Line("];").Line();
    }

    /// <summary>Through the interface, so that explicit implementations are found too.</summary>
    public static void WriteDetection(SourceWriter writer, EquatableArray<SignalSpec> signals)
    {
        if (signals.Count == 0)
            return;
        writer.Line();
        writer.Line("private static object? Detect<T>(global::Dreaming.Trajectory soFar)");
        writer.Line("    where T : class, global::Dreaming.ISignal<T> => T.Detect(soFar);");
    }
}
