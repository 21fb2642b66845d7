using System.Globalization;
using System.Text;
using System.Text.Json;
using Dreaming.Benchmarks.Contracts;
using Dreaming.Benchmarks.Documents;
using OrderDesk;
using RefillDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Sends damaged documents through every validator of both domains, and through that of a large nested contract. Nothing may be thrown, and what is accepted must be readable.</summary>
internal static class Fuzz
{
    /// <summary>How many documents there are unless somebody asks for another number.</summary>
    public const int Documents = 1_000_000;

    /// <returns>0 when nothing was thrown, else 1.</returns>
    public static async Task<int> RunAsync(int count, TextWriter output, CancellationToken ct)
    {
        FuzzTarget[] targets = [.. FuzzTarget.Of(OrderDeskDomain.Instance), .. FuzzTarget.Of(RefillDeskDomain.Instance), FuzzTarget.Of<Delivery>([.. DeliveryDocuments.All(100)])];
        var random = new Random(1);
        var mutator = new DocumentMutator(random);
        var (accepted, failures) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            ct.ThrowIfCancellationRequested();
            var target = targets[i % targets.Length];
            var document = mutator.Mutate(target.Seeds[random.Next(target.Seeds.Count)]);
            try
            {
                accepted += target.Check(document) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures++;
                if (failures <= 20)
                    await output.WriteLineAsync($"{target.Name}: {e.GetType().Name}: {e.Message}\n  {Convert.ToBase64String(document)}\n  {Encoding.UTF8.GetString(document).ReplaceLineEndings(" ")}");
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count:N0} damaged documents through {targets.Length} validators: {accepted:N0} accepted, {failures:N0} exceptions"));
        await output.WriteLineAsync(JsonSerializer.Serialize(new { fuzz = "validators", documents = count, validators = targets.Length, accepted, exceptions = failures }));
        return failures == 0 ? 0 : 1;
    }
}
