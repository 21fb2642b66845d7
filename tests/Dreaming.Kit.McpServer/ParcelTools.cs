using System.ComponentModel;
using System.Text.Json.Serialization;
using ModelContextProtocol.Server;

namespace Dreaming.Kit.McpServer;

[McpServerToolType]
public sealed class ParcelTools
{
    [McpServerTool(Name = "trackParcel", ReadOnly = true, UseStructuredContent = true), Description("Says where a parcel is.")]
    public static Whereabouts Track([Description("The parcel's number.")] string parcelNumber, [Description("How much to tell.")] Detail detail = Detail.Short) =>
        new(parcelNumber, detail == Detail.Short ? [] : [new Stop("Depot", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))]);

    [McpServerTool(Name = "redirect_parcel", ReadOnly = false), Description("Sends a parcel elsewhere.")]
    public static string Redirect(string parcelNumber, Address to, int? days = null) => $"{parcelNumber} goes to {to.City} in {days ?? 1} days.";
}

[JsonConverter(typeof(JsonStringEnumConverter<Detail>))]
public enum Detail
{
    Short,
    Full,
}

public sealed record Address(string Street, string City, string? Note = null);

public sealed record Stop(string Place, DateTimeOffset At);

public sealed record Whereabouts(string ParcelNumber, IReadOnlyList<Stop> Stops);
