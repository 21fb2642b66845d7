using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the contract of a tool.</summary>
internal static class ToolEmitter
{
    public static string Emit(ToolSpec tool)
    {
        var self = tool.Record.Type.FullName;
        var contract = tool.Record.Type.Identifier + "_Contract";
        return SourceFile.Part(
            tool.Record.Type,
            $"{SourceFile.Contracts}IToolRecord<{self}>",
            writer => writer
                .Line($"/// <summary>The contract of the tool <c>{SourceFile.Doc(tool.Name)}</c>.</summary>")
                .Line($"public static {SourceFile.Contracts}ToolContract Contract {{ get; }} = new {contract}();"),
            writer =>
            {
                writer.Open($"file sealed class {contract} : {SourceFile.Contracts}ToolContract");
                var enums = ChoiceEmitter.In([tool.Result]).ToArray();
                ChoiceEmitter.WriteFields(writer, enums);
                WriteFacts(writer, tool);
                WriteCall(writer, tool);
                WriteResult(writer, tool.Result);
                ChoiceEmitter.WriteReaders(writer, enums);
                ChoiceEmitter.WriteNames(writer, enums);
                writer.Close();
            });
    }

    private static void WriteFacts(SourceWriter writer, ToolSpec tool)
    {
        var self = tool.Record.Type.FullName;
        var array = SourceFile.Immutable + "ImmutableArray<";
        writer.Line($"public override string Name => {SourceFile.Literal(tool.Name)};").Line();
        writer.Line($"public override string Description => {SourceFile.Literal(tool.Description)};").Line();
        writer.Line($"public override global::Dreaming.Effect Effect => global::Dreaming.Effect.{tool.Effect};").Line();
        writer.Line($"public override {array}global::Dreaming.ToolFault> Faults {{ get; }} = [{string.Join(", ", tool.Faults.Select(f => "global::Dreaming.ToolFault." + f))}];").Line();
        writer.Line($"public override {array}{SourceFile.Contracts}MemberContract> Parameters {{ get; }} = {SourceFile.Contracts}JsonData.Contract<{self}>().Members;").Line();
        writer.Line($"public override {SourceFile.Contracts}MemberContract Result {{ get; }} = {ContractEmitter.Value(tool.Result)};").Line();
        writer.Line($"public override string ParametersSchema {{ get; }} = {SourceFile.Contracts}JsonSchemaText.Of({SourceFile.Contracts}JsonData.Contract<{self}>());").Line();
        writer.Line($"public override {array}{SourceFile.Contracts}Perturbation> Perturbations {{ get; }} =").Line("[").Indent();
        foreach (var member in tool.Record.Members)
            foreach (var p in member.Perturbations)
                writer.Line($"new({SourceFile.Literal(member.JsonName)}, {SourceFile.Contracts}PerturbationKind.{p.Kind}, {SourceFile.Literal(p.Json)}, {SourceFile.Literal(p.Reason)}),");
        writer.Unindent().Line("];").Line();
        writer.Line($"public override global::System.Type CallType => typeof({self});").Line();
    }

    private static void WriteCall(SourceWriter writer, ToolSpec tool)
    {
        var self = tool.Record.Type.FullName;
        if (tool.Record.Predicates.Count > 0)
            writer.Line($"public override {SourceFile.Immutable}ImmutableArray<string> Predicates {{ get; }} = [{string.Join(", ", tool.Record.Predicates.Select(p => SourceFile.Literal(p.Id)))}];").Line();
        writer
            .Line($"public override bool Validate(global::System.ReadOnlySpan<byte> arguments, global::System.Collections.Generic.ICollection<{SourceFile.Contracts}Violation>? violations = null) =>")
            .Line($"    {SourceFile.Contracts}JsonData.Validate<{self}>(arguments, violations);")
            .Line()
            .Line($"public override object ReadCall(global::System.ReadOnlySpan<byte> arguments) => {SourceFile.Contracts}JsonData.Read<{self}>(arguments);")
            .Line()
            .Line($"public override void WriteCall({SourceFile.Json}Utf8JsonWriter writer, object call) => {SourceFile.Contracts}JsonData.Write<{self}>(writer, ({self})call);")
            .Line();
    }

    private static void WriteResult(SourceWriter writer, ValueSpec result)
    {
        const string signature = "public override bool TryReadResult(string content, [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? result)";
        if (result.Shape == ValueShape.Text)
        {
            writer.Line("public override string WriteResult(object? result) => (string?)result ?? \"null\";").Line();
            writer.Open(signature).Line("result = content;").Line("return true;").Close();
            return;
        }

        writer.Open("public override string WriteResult(object? result)");
        writer.Line("if (result is null)").Line("    return \"null\";");
        writer.Line($"return {SourceFile.Contracts}JsonData.ToText(({result.Type})result, WriteValue);");
        writer.Close().Line();
        writer.Open(signature);
        writer.Line($"result = {SourceFile.Contracts}JsonData.TryRead<{result.Declared}>(content, ValidateValue, ReadValue, out var value) ? value : null;");
        writer.Line("return result is not null;");
        writer.Close().Line();
        writer.Open($"private static void ValidateValue(ref {SourceFile.Contracts}JsonValidation json)");
        ValidationEmitter.WriteValue(writer, result);
        writer.Close().Line();
        writer.Line($"private static {result.Declared} ReadValue(ref {SourceFile.Json}Utf8JsonReader reader) =>");
        writer.Line($"    {ReadingEmitter.Value(result, "reader", 0)};").Line();
        writer.Open($"private static void WriteValue({SourceFile.Json}Utf8JsonWriter writer, {result.Type} value)");
        WritingEmitter.WriteValue(writer, result with { Nullable = false }, "value", 0);
        writer.Close();
    }
}
