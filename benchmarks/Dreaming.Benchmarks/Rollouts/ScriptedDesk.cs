using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Microsoft.Extensions.AI;
using RefillDesk;

namespace Dreaming.Benchmarks.Rollouts;

/// <summary>
/// A correct agent for one dream of a repeat that is due: asks who it is, looks things up, asks for a yes, orders. It answers at once, or after a delay as a chat model would have it. Six
/// calls and four replies; what it does next follows from how often it has spoken.
/// </summary>
internal sealed class ScriptedDesk : IChatClient
{
    private readonly ImmutableArray<ChatResponse> _script;
    private readonly TimeSpan _latency;

    private ScriptedDesk(ImmutableArray<ChatResponse> script, TimeSpan latency) => (_script, _latency) = (script, latency);

    public static ScriptedDesk For(Dream dream, Pharmacy world, TimeSpan latency)
    {
        var facts = JsonData.Read<RepeatPrescription>(dream.Skeleton.Facts.ToUtf8());
        var prescription = world.Prescription(facts.PrescriptionId)!;
        var point = world.Patient(facts.PatientId)!.PharmacyId;
        return new(
            [
                Words("Could you tell me your patient number and your date of birth?"),
                Call(new VerifyIdentity(facts.PatientId, facts.BirthDate)),
                Call(new ListPrescriptions(facts.PatientId)),
                Call(new GetPrescription(facts.PrescriptionId)),
                Call(new CheckInteractions(facts.PrescriptionId)),
                Call(new CheckStock(facts.Medication, point)),
                Words($"Shall I order {prescription.DaysSupply} days of {facts.Medication}?"),
                Call(new RequestRefill(facts.PrescriptionId, prescription.DaysSupply, null)),
                Words($"Your {facts.Medication} has been ordered."),
                Words("Is there anything else I can do for you?"),
            ],
            latency);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (_latency > TimeSpan.Zero)
            await Task.Delay(_latency, cancellationToken).ConfigureAwait(false);
        var spoken = 0;
        foreach (var message in messages)
            spoken += message.Role == ChatRole.Assistant ? 1 : 0;
        return _script[Math.Min(spoken, _script.Length - 1)];
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A rollout asks for whole answers.");

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatResponse Words(string text) => new(new ChatMessage(ChatRole.Assistant, text));

    private static ChatResponse Call<T>(T call)
        where T : class, IToolRecord<T>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            T.Contract.WriteCall(writer, call);
        var arguments = JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray())).EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value, StringComparer.Ordinal);
        return new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call", T.Contract.Name, arguments)]));
    }
}
