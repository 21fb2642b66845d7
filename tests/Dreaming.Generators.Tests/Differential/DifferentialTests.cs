using System.Text;
using Dreaming.Contracts;
using FsCheck;
using FsCheck.Fluent;
using NJsonSchema;

namespace Dreaming.Generators.Tests.Differential;

/// <summary>
/// The generated validator and NJsonSchema, which reads the schema that is generated beside it, come to the same verdict. Where the two differ by what they are, no document is drawn:
/// whole numbers written as 1.0 or 1e0 (JSON Schema counts them as integers; a contract does not), whole numbers beyond the bounds of int and long (not repeated in the schema),
/// repeated members and malformed text (NJsonSchema's parser keeps the last one, or throws), formats (checked more loosely there), characters outside of the basic plane
/// (counted twice there), a line feed behind the match of a pattern (.NET's $ lets it pass, and so does NJsonSchema), and predicates across members (JSON Schema has no word for them).
/// </summary>
public class DifferentialTests
{
    private const int Contracts = 60;
    private const int Batches = 400;
    private const int DocumentsPerBatch = 260;

    [Fact]
    public async Task Two_validators_come_to_one_verdict_on_100_000_documents()
    {
        var contracts = RandomContracts.Load(Contracts, seed: 20261120);
        var schemas = new List<JsonSchema>();
        foreach (var contract in contracts)
            schemas.Add(await JsonSchema.FromJsonAsync(OlderDraft(JsonSchemaText.Of(contract.Contract)), TestContext.Current.CancellationToken));
        int valid = 0, invalid = 0;
        Prop.ForAll(
            Gen.Choose(int.MinValue + 1, int.MaxValue).ToArbitrary(),
            seed =>
            {
                var random = new Random(seed);
                for (var i = 0; i < DocumentsPerBatch; i++)
                {
                    var at = random.Next(contracts.Count);
                    var document = new RandomDocuments(random, random.Next(3) * 0.03).Of(contracts[at].Contract)?.ToJsonString() ?? "null";
                    var violations = new List<Violation>();
                    var ours = contracts[at].Check(Encoding.UTF8.GetBytes(document), violations);
                    var theirs = schemas[at].Validate(document);
                    Assert.True(
                        ours == (theirs.Count == 0),
                        $"{contracts[at].Name}: we say {(ours ? "valid" : string.Join("; ", violations))}, they say {(theirs.Count == 0 ? "valid" : string.Join("; ", theirs))}, of {document} under {JsonSchemaText.Of(contracts[at].Contract)}");
                    _ = ours ? valid++ : invalid++;
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Batches));
        Assert.True(valid + invalid >= 100_000, $"{valid + invalid} documents");
        // A test in which nearly everything is refused would say little.
        Assert.InRange(valid, 20_000, 90_000);
    }

    // NJsonSchema 10 finds definitions only where they stood before the draft of 2019.
    private static string OlderDraft(string schema) => schema.Replace("$defs", "definitions", StringComparison.Ordinal);
}
