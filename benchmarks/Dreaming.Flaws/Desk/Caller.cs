namespace Dreaming.Flaws.Desk;

/// <summary>Somebody whose identity was confirmed.</summary>
/// <param name="PatientId">Their patient number.</param>
/// <param name="PharmacyId">Where they usually collect.</param>
/// <param name="ActsFor">The patients for whom they may act.</param>
public sealed record Caller(string PatientId, string PharmacyId, ImmutableArray<string> ActsFor);
