using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the dispatch of a sandbox.</summary>
internal static class SandboxEmitter
{
    public static string Emit(SandboxSpec sandbox) => SourceFile.Part(
        sandbox.Type,
        SourceFile.Contracts + "IWorld",
        writer =>
        {
            var reply = SourceFile.Contracts + "SandboxReply";
            writer.Line($"{reply} {SourceFile.Contracts}IWorld.Handle(object call) =>").Indent();
            writer.Open("call switch");
            foreach (var handler in sandbox.Handlers)
                writer.Line($"{handler.Tool} typed => {sandbox.Type.Identifier}_Reply.To(Handle(typed), {handler.Tool}.Contract),");
            writer.Line($"_ => throw new global::System.ArgumentException($\"'{{call}}' is a call of no tool that {sandbox.Type.Name} handles.\", nameof(call)),");
            writer.Close(";").Unindent().Line();
            writer.Line($"{SourceFile.Contracts}IWorld {SourceFile.Contracts}IWorld.Fork() => Fork();");
        },
        writer =>
        {
            writer.Open($"file static class {sandbox.Type.Identifier}_Reply");
            writer.Line($"public static {SourceFile.Contracts}SandboxReply To<TResult>(global::Dreaming.ToolOutcome<TResult> outcome, {SourceFile.Contracts}ToolContract contract) =>");
            writer.Line("    outcome.Refusal is { } refusal ? new(true, refusal) : new(false, contract.WriteResult(outcome.Result));");
            writer.Close();
        });
}
