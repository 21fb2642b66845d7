using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes what a record is as JSON.</summary>
internal static class RecordEmitter
{
    public static string Emit(RecordSpec record)
    {
        var self = record.Type.FullName;
        var codec = record.Type.Identifier + "_Json";
        var contract = $"{SourceFile.Contracts}IDataRecord<{self}>";
        return SourceFile.Part(
            record.Type,
            contract,
            writer => writer
                .Line($"static {SourceFile.Contracts}MemberContract {contract}.Contract => {codec}.Contract;")
                .Line()
                .Line($"static void {contract}.Validate(ref {SourceFile.Contracts}JsonValidation json) => {codec}.Validate(ref json);")
                .Line()
                .Line($"static {self} {contract}.Read(ref {SourceFile.Json}Utf8JsonReader reader) => {codec}.Read(ref reader);")
                .Line()
                .Line($"static void {contract}.WriteMembers({SourceFile.Json}Utf8JsonWriter writer, {self} value) => {codec}.WriteMembers(writer, value);")
                .Line()
                .Line($"static string {contract}.Say({self} value) => {codec}.Say(value);"),
            writer =>
            {
                if (record.Cases.Count > 0)
                {
                    UnionEmitter.Write(writer, record, codec);
                    return;
                }

                var enums = ChoiceEmitter.In(record.Members.Select(m => m.Value)).ToArray();
                writer.Open($"file static class {codec}");
                ChoiceEmitter.WriteFields(writer, enums);
                ValidationEmitter.WriteRules(writer, record);
                ValidationEmitter.WriteMembers(writer, record);
                ValidationEmitter.WritePredicates(writer, record);
                ContractEmitter.WriteRecord(writer, record);
                ValidationEmitter.WriteRecord(writer, record);
                writer.Line();
                ReadingEmitter.WriteRecord(writer, record);
                writer.Line();
                WritingEmitter.WriteRecord(writer, record);
                writer.Line();
                WordsEmitter.WriteRecord(writer, record);
                ChoiceEmitter.WriteReaders(writer, enums);
                ChoiceEmitter.WriteNames(writer, enums);
                writer.Close();
            });
    }
}
