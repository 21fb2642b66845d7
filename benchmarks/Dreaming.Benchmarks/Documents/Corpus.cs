using Dreaming.Benchmarks.Contracts;
using Dreaming.Benchmarks.Recordings;
using Dreaming.Contracts;
using OrderDesk;

namespace Dreaming.Benchmarks.Documents;

/// <summary>A document and the contract it should keep.</summary>
/// <param name="Utf8">The document.</param>
/// <param name="Text">The same as text, for validators that read text.</param>
/// <param name="Contract">The index of its contract in the corpus.</param>
public sealed record Document(byte[] Utf8, string Text, int Contract);

/// <summary>A contract in the forms that validators take.</summary>
/// <param name="Type">The record.</param>
/// <param name="Schema">Its JSON Schema.</param>
/// <param name="Validate">The generated validator.</param>
public sealed record ContractForms(Type Type, string Schema, Func<byte[], bool> Validate);

/// <summary>Valid documents of some contracts.</summary>
/// <param name="Name">What they are, for the table.</param>
/// <param name="Contracts">The contracts.</param>
/// <param name="Documents">The documents.</param>
public sealed record Corpus(string Name, IReadOnlyList<ContractForms> Contracts, IReadOnlyList<Document> Documents)
{
    private const int Own = 1464;

    /// <summary>The recorded retail calls; where they are absent, as many calls made from the examples of the order desk's contracts.</summary>
    public static async Task<Corpus> RetailAsync(CancellationToken ct)
    {
        var tools = OrderDeskDomain.Instance.Tools;
        var contracts = tools.Select(t => new ContractForms(t.CallType, t.ParametersSchema, utf8 => t.Validate(utf8))).ToArray();
        var documents = new List<Document>();
        if (RetailRecordings.Find() is not { } recordings)
        {
            var samples = new ContractSampler(new Random(7));
            for (var i = 0; i < Own; i++)
                documents.Add(Of(samples.Arguments(tools[i % tools.Length]), i % tools.Length));
            return new($"{Own} calls made from examples", contracts, documents);
        }

        await foreach (var simulation in recordings.ReadAsync(ct))
            foreach (var call in simulation.Calls)
                if (tools.FirstOrDefault(t => t.Name == call.Tool) is { } tool)
                    documents.Add(Of(call.Arguments.ToUtf8().ToArray(), tools.IndexOf(tool)));
        return new($"{documents.Count} recorded retail calls", contracts, documents);
    }

    /// <summary>Deliveries: thirty members in four records.</summary>
    public static Corpus Nested()
    {
        var contract = new ContractForms(typeof(Delivery), JsonSchemaText.Of(JsonData.Contract<Delivery>()), utf8 => JsonData.Validate<Delivery>(utf8));
        return new("500 nested calls of 30 members", [contract], [.. DeliveryDocuments.All(500).Select(d => Of(d, 0))]);
    }

    /// <summary>Evenly spaced documents.</summary>
    public Corpus Thinned(int count) => this with { Documents = [.. Enumerable.Range(0, count).Select(i => Documents[i * Documents.Count / count])] };

    private static Document Of(byte[] utf8, int contract) => new(utf8, System.Text.Encoding.UTF8.GetString(utf8), contract);
}
