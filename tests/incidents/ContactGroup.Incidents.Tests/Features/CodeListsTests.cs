using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Incidents.Features;

namespace ContactGroup.Incidents.Tests.Features;

public sealed class CodeListsTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private static readonly string[] Forbidden = ["approv", "deny", "denied", "clear", "authoris", "authoriz", "permi"];

    [Fact]
    public async Task Everybody_who_is_signed_in_gets_every_list()
    {
        var lists = await app.GetAsync(People.Force, "code-lists");
        var stranger = await app.GetAsync(null, "code-lists");

        Assert.Equal(200, lists.Status);
        Assert.Equal(CodeLists.All.Keys.Order(StringComparer.Ordinal), lists.Body.Select(list => list.Key));
        Assert.Equal("KILLED", lists.Body["incident-category"]!["codes"]![0]!["code"]!.GetValue<string>());
        Assert.Equal("Person killed", lists.Body["incident-category"]!["codes"]![0]!["label"]!.GetValue<string>());
        Assert.Equal(401, stranger.Status);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task They_come_compressed_as_far_as_the_client_reads_that(string? accepted, string? coding)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        context.Request.Headers.AcceptEncoding = accepted;

        await CodeListsEndpoint.Handle(context.Request, context.Response).ExecuteAsync(context);

        Assert.Equal(coding, (string?)context.Response.Headers.ContentEncoding);
        Assert.True(coding is null || body.Length < 25_000, $"{body.Length} bytes");
        body.Position = 0;
        var lists = (await JsonNode.ParseAsync(coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        }))!;
        Assert.Equal(CodeLists.All.Count, lists.AsObject().Count);
    }

    [Fact]
    public void Every_code_of_every_list_has_its_words_in_Arabic() => Assert.Empty(
        CodeLists.All.Values.SelectMany(list => list.Codes.Where(code => string.IsNullOrWhiteSpace(code.Arabic)).Select(code => $"{list.Name} {code.Value}")));

    [Fact]
    public void Every_list_that_the_schema_names_exists()
    {
        var named = IncidentSchema.Schema.Fields.Select(field => field.CodeList).OfType<string>();

        Assert.All(named, name => Assert.True(CodeLists.All.ContainsKey(name), name));
    }

    [Fact]
    public void Every_list_is_well_formed()
    {
        Assert.All(CodeLists.All.Values, list =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", list.Name);
            Assert.False(string.IsNullOrWhiteSpace(list.Source));
            Assert.Equal(list.Codes.Count, list.Values.Distinct(StringComparer.Ordinal).Count());
            Assert.All(list.Codes, code => Assert.Matches("^[A-Z0-9]+(_[A-Z0-9]+)*$", code.Value));
            Assert.All(list.Codes, code => Assert.False(string.IsNullOrWhiteSpace(code.English)));
        });
    }

    [Fact]
    public void No_label_gives_or_withholds_leave_to_move()
    {
        var labels = CodeLists.All.Values.Where(list => list.Name is not ("country" or "notice")).SelectMany(list => list.Codes).Select(code => code.English);

        Assert.StartsWith("Notification only. Not a request for permission. ", Assert.Single(CodeLists.Get("notice").Codes).English, StringComparison.Ordinal);
        Assert.DoesNotContain(labels, label => Forbidden.Any(word => label.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_reference_page_says_what_the_lists_say()
    {
        var page = Path.Combine(Repository.Root, "docs", "reference", "code-lists.md");
        var expected = Page();
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            File.WriteAllText(page, expected);
        }

        Assert.True(File.Exists(page) && File.ReadAllText(page) == expected, $"{page} is out of date: run this test with UPDATE_APPROVED=1.");
    }

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Code lists\n\n");
        page.Append("Made from `services/policies/code-lists` by a test; do not edit. A code is never removed and never gets another meaning.\n");
        page.Append("Clients read the lists from `GET /api/incidents/code-lists`.\n");
        foreach (var list in CodeLists.All.Values.OrderBy(list => list.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {list.Title}\n\n`{list.Name}`, version {list.Version}. Source: {list.Source}.\n\n");
            page.Append("| code | label | Arabic | same as | note |\n|---|---|---|---|---|\n");
            foreach (var code in list.Codes)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{code.Value}` | {code.English} | {code.Arabic} | {code.Same} | {code.Note} |\n");
            }
        }

        return page.ToString();
    }
}
