using System.Text.Json;

namespace ContactGroup.Cli.Areas;

/// <summary>The ground of a server's map, of which the areas with P-codes are looked at. Format: docs/operate/the-ground-of-the-map.md.</summary>
internal sealed class MapGround(JsonElement ground)
{
    /// <summary>Largest file that is read, in bytes. Twin: ContactGroup.Hosting.WebClient.GroundFile.</summary>
    public const int MostBytes = 4_000_000;

    private const string Remedy = "Give latitude and longitude in decimal degrees, or an MGRS reference.";

    // As long as the largest file takes at 50 kbit/s.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(11);
    private static readonly string[] Kinds = ["country", "admin1", "admin2", "place"];

    /// <summary>Fetches it. It is the file that the web client draws, and everybody's: nothing goes along that tells who asks for it, nor for which area.</summary>
    /// <exception cref="CliException">There is none, or it does not come.</exception>
    public static async Task<MapGround> FetchAsync(HttpClient http, Uri server, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(Longest);
        try
        {
            var address = new Uri(new Uri(server.AbsoluteUri.TrimEnd('/') + "/"), "map/ground.json");
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, bounded.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw None();
            }

            await answer.Content.LoadIntoBufferAsync(MostBytes, bounded.Token);
            return new MapGround(await JsonSerializer.DeserializeAsync<JsonElement>(await answer.Content.ReadAsStreamAsync(bounded.Token), cancellationToken: bounded.Token));
        }
        catch (JsonException)
        {
            throw None();
        }
        catch (HttpRequestException large) when (large.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new CliException(ExitCode.Refused, $"The map of this server has more than {MostBytes} bytes and is not read.", Remedy);
        }
        catch (Exception away) when (away is HttpRequestException or IOException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CliException(ExitCode.Unreachable, "The map of this server, in which P-codes are looked up, did not come.", "Try again. " + Remedy);
        }
    }

    /// <summary>The area of a P-code.</summary>
    /// <param name="option">The option that took it, named in what is refused.</param>
    /// <exception cref="CliException">The map has none, or none with a middle.</exception>
    public MapArea Find(string option, string code)
    {
        var parts = Features().Where(feature => Pcode.Plain(Text(feature, "pcode")) == code && Kinds.Contains(Text(feature, "kind"), StringComparer.Ordinal)).ToList();
        if (code.Length == 0 || Extent.Around(parts.Select(Geometry)) is not { } extent)
        {
            throw new CliException(ExitCode.Usage, $"{option}: the map of this server has no area with the P-code '{code}'.", "Look at the code as this deployment's boundaries have it. " + Remedy);
        }

        return extent.IsAcrossTheDateLine
            ? throw new CliException(ExitCode.Usage, $"{option}: {code} lies across 180 degrees and has no middle here.", Remedy)
            : new MapArea(code, Text(parts[0], "kind")!, parts.Select(part => Text(part, "name")).FirstOrDefault(name => name is not null), extent);
    }

    private static CliException None() => new(ExitCode.Refused, "This server has no map in which P-codes could be looked up.", Remedy);

    private static JsonElement? Geometry(JsonElement feature) => Member(feature, "geometry") is { } geometry ? Member(geometry, "coordinates") : null;

    private static string? Text(JsonElement feature, string name) =>
        Member(feature, "properties") is { } properties && Member(properties, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement whole, string name) =>
        whole.ValueKind is JsonValueKind.Object && whole.TryGetProperty(name, out var member) ? member : null;

    private IEnumerable<JsonElement> Features() =>
        Member(ground, "features") is { ValueKind: JsonValueKind.Array } features ? features.EnumerateArray() : [];
}
