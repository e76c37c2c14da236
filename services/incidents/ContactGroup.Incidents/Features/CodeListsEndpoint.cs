using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContactGroup.Contracts.Codes;

namespace ContactGroup.Incidents.Features;

/// <summary>
/// Every code list with its labels: public knowledge, the same for everybody who is signed in. The one answer of a service that is compressed: it is a constant, so that
/// its size tells nothing, and without that it is half of what somebody on a weak link waits for.
/// </summary>
internal static class CodeListsEndpoint
{
    public sealed record Entry(string Code, string Label, string? Ar, string? Same);

    public sealed record List(string Title, string Source, string Version, IReadOnlyList<Entry> Codes);

    private static readonly JsonSerializerOptions Letters = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Plain = JsonSerializer.SerializeToUtf8Bytes(
        new SortedDictionary<string, List>(CodeLists.All.Values.ToDictionary(list => list.Name, Read, StringComparer.Ordinal), StringComparer.Ordinal), Letters);

    private static readonly (string Coding, byte[] Body)[] Compressed =
    [
        ("br", Through(to => new BrotliStream(to, CompressionLevel.SmallestSize))),
        ("gzip", Through(to => new GZipStream(to, CompressionLevel.SmallestSize))),
    ];

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapGet("/code-lists", Handle)
        .WithName("CodeLists")
        .WithSummary("Every code list with its labels")
        .Produces<IReadOnlyDictionary<string, List>>();

    internal static IResult Handle(HttpRequest request, HttpResponse response)
    {
        response.Headers.Vary = "Accept-Encoding";
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var (coding, body) = Compressed.FirstOrDefault(one => accepted.Any(asked => asked.Value.Equals(one.Coding, StringComparison.OrdinalIgnoreCase) && asked.Quality is not 0));
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        return TypedResults.Bytes(body ?? Plain, "application/json; charset=utf-8");
    }

    private static List Read(CodeList list) =>
        new(list.Title, list.Source, list.Version, [.. list.Codes.Select(code => new Entry(code.Value, code.English, code.Arabic, code.Same))]);

    private static byte[] Through(Func<Stream, Stream> coding)
    {
        using var body = new MemoryStream();
        using (var coder = coding(body))
        {
            coder.Write(Plain);
        }

        return body.ToArray();
    }
}
