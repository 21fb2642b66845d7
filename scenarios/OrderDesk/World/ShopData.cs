using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Dreaming.Contracts;

namespace OrderDesk;

/// <summary>A shop as it lies in a file: read once, shared by every world that opens it.</summary>
public sealed class ShopData
{
    private static readonly Lazy<ShopData> OwnData = new(() => Read(OpenOwn(), "the shop that the domain ships"));
    private static readonly ConcurrentDictionary<string, Lazy<ShopData>> Files = new(StringComparer.Ordinal);

    private ShopData(ShopFile file)
    {
        ProductIds = [.. file.Products.Keys];
        UserIds = [.. file.Users.Keys];
        OrderIds = [.. file.Orders.Keys];
        Products = file.Products.ToImmutableDictionary(StringComparer.Ordinal);
        Users = file.Users.ToImmutableDictionary(StringComparer.Ordinal);
        Orders = file.Orders.ToImmutableDictionary(StringComparer.Ordinal);
        ProductOfItem = file.Products.Values
            .SelectMany(p => p.Variants.Keys.Select(item => (Item: item, Product: p.ProductId)))
            .ToFrozenDictionary(x => x.Item, x => x.Product, StringComparer.Ordinal);
    }

    /// <summary>The ids in the order of the file: look-ups return the first that fits.</summary>
    public ImmutableArray<string> ProductIds { get; }
    public ImmutableArray<string> UserIds { get; }
    public ImmutableArray<string> OrderIds { get; }
    public ImmutableDictionary<string, Product> Products { get; }
    public ImmutableDictionary<string, User> Users { get; }
    public ImmutableDictionary<string, Order> Orders { get; }

    /// <summary>The product that an item is a variant of.</summary>
    public FrozenDictionary<string, string> ProductOfItem { get; }

    /// <summary>The domain's own shop, or the one in a file (<c>.json</c> or <c>.json.gz</c>).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no shop.</exception>
    public static ShopData Load(string? path)
    {
        if (path is null)
            return OwnData.Value;
        var full = Path.GetFullPath(path);
        var stamp = File.GetLastWriteTimeUtc(full).Ticks;
        return Files.GetOrAdd($"{full}@{stamp}", _ => new(() => ReadFile(full))).Value;
    }

    private static ShopData ReadFile(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no shop at {path}. Name a shop file (.json or .json.gz), or none to use the shop that the domain ships.", path);
        Stream file = File.OpenRead(path);
        return Read(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, path);
    }

    private static Stream OpenOwn() =>
        typeof(ShopData).Assembly.GetManifestResourceStream("OrderDesk.shop.json")
        ?? throw new InvalidOperationException("The shop that the domain ships is missing from its assembly.");

    private static ShopData Read(Stream stream, string name)
    {
        using var buffer = new MemoryStream();
        using (stream)
            stream.CopyTo(buffer);
        try
        {
            return new(JsonData.Read<ShopFile>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is no shop. {e.Message}", e);
        }
    }
}
