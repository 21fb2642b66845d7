using System.Text.Json;

namespace Dreaming.Flaws.Desk;

/// <summary>What has become of a call: exactly one of the three.</summary>
/// <param name="Found">Its result.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="Next">What has to be done before it is either.</param>
public readonly record struct Lookup(JsonElement? Found, string? Refusal, Move? Next);
