using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;

namespace ContactGroup.Channels.Tests.Features;

public sealed class BadInputTests : TheatreTests
{
    public static TheoryData<string, string, string?> Bodies => new()
    {
        { "", "CG-1001", null },
        { "null", "CG-1001", null },
        { "[]", "CG-1001", null },
        { "{", "CG-1001", null },
        { """{"text":"a","text":"b"}""", "CG-1001", null },
        { """{"text":"t","colour":"red"}""", "CG-1001", "colour" },
        { """{"Text":"t"}""", "CG-1001", "Text" },
        { """{"text":"\ud800"}""", "CG-1001", "text" },
        { "{}", "CG-1002", "text" },
        { """{"text":null}""", "CG-1002", "text" },
        { """{"text":5}""", "CG-1002", "text" },
        { """{"text":""}""", "CG-1002", "text" },
        { """{"text":" \n "}""", "CG-1002", "text" },
        { """{"text":"a\u0000b"}""", "CG-1002", "text" },
        { """{"text":"a\u0007b"}""", "CG-1002", "text" },
        { """{"text":"t","sensitivity":"secret"}""", "CG-1002", "sensitivity" },
        { """{"text":"t","sensitivity":"unknown"}""", "CG-1002", "sensitivity" },
        { """{"text":"t","sensitivity":2}""", "CG-1002", "sensitivity" },
        { """{"text":"t","releaseTo":"all"}""", "CG-1002", "releaseTo" },
        { """{"text":"t","releaseTo":[]}""", "CG-1002", "releaseTo" },
        { """{"text":"t","releaseTo":["everyone"]}""", "CG-1002", "releaseTo[0]" },
        { """{"text":"t","releaseTo":["all",null]}""", "CG-1002", "releaseTo[1]" },
        { """{"text":"t","releaseTo":["audience:military"]}""", "CG-1002", "releaseTo[0]" },
        { """{"text":"t","releaseTo":["audience:ingo:x"]}""", "CG-1002", "releaseTo[0]" },
        { """{"text":"t","releaseTo":["audience:military:Northern Force"]}""", "CG-1002", "releaseTo[0]" },
        { """{"text":"t","releaseTo":["organisation:"]}""", "CG-1002", "releaseTo[0]" },
        { """{"text":"t","caveats":["secret"]}""", "CG-1002", "caveats[0]" },
        { """{"text":"t","caveats":["none"]}""", "CG-1002", "caveats[0]" },
        { """{"text":"t","caveats":["no-export","no-export"]}""", "CG-1002", "caveats" },
        { """{"text":"t","acknowledgementRequested":"yes"}""", "CG-1002", "acknowledgementRequested" },
        { """{"text":"t","expiresAt":"tomorrow"}""", "CG-1002", "expiresAt" },
        { """{"text":"t","expiresAt":"2026-02-30T10:00:00Z"}""", "CG-1002", "expiresAt" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_message_is_refused_with_field_and_remedy_and_nothing_is_stored(string body, string code, string? field)
    {
        var before = await App.RowsAsync();

        var answer = await Theatre.As(Theatre.Ingo).PostTextAsync($"channels/{Theatre.Plenary}/messages", body);

        answer.Is(HttpStatusCode.BadRequest).Refuses(code, field);
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task A_text_has_at_most_8000_characters_as_people_count_them()
    {
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, new string('x', 8001))).Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "text");
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, new string('ط', 8000))).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_body_of_a_million_characters_is_too_large()
    {
        var before = await App.RowsAsync();

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, new string('x', 1_000_000))).Is(HttpStatusCode.RequestEntityTooLarge).Refuses("CG-1003");

        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var body = Encoding.UTF8.GetBytes("""{"text":"a?b"}""").Select(octet => octet == (byte)'?' ? (byte)0xFF : octet).ToArray();

        (await Theatre.As(Theatre.Ingo).PostBytesAsync($"channels/{Theatre.Plenary}/messages", body)).Is(HttpStatusCode.BadRequest).Refuses("CG-1001");
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        var content = new StringContent("""{"text":"t"}""");
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        (await Theatre.As(Theatre.Ingo).SendAsync(HttpMethod.Post, $"channels/{Theatre.Plenary}/messages", content, Ids.New()))
            .Is(HttpStatusCode.UnsupportedMediaType).Refuses("CG-1004");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("with space in it")]
    public async Task Every_command_needs_a_well_formed_idempotency_key(string? key)
    {
        string[] paths =
        [
            "groups", $"groups/{Theatre.Group}/terms", $"groups/{Theatre.Group}/terms/acceptance", $"groups/{Theatre.Group}/posture",
            $"groups/{Theatre.Group}/members", $"groups/{Theatre.Group}/channels", $"channels/{Theatre.Plenary}/messages", $"items/{Ids.New()}/edit",
            $"items/{Ids.New()}/withdraw", $"items/{Ids.New()}/acknowledge",
        ];
        foreach (var path in paths)
        {
            var content = new StringContent("{}", Encoding.UTF8, "application/json");
            (await Theatre.As(Theatre.Coordinator).SendAsync(HttpMethod.Post, path, content, key)).Is(HttpStatusCode.BadRequest).Refuses("CG-1005");
        }
    }

    [Fact]
    public async Task No_refusal_repeats_what_the_caller_wrote()
    {
        var canary = "canary" + Ids.New();

        var answer = await Theatre.As(Theatre.Ingo).PostTextAsync(
            $"channels/{Theatre.Plenary}/messages",
            JsonSerializer.Serialize(new { text = canary + '\u0007', sensitivity = canary, releaseTo = new[] { canary }, caveats = new[] { canary } }));

        answer.Refuses("CG-1002");
        Assert.DoesNotContain(canary, answer.Body, StringComparison.Ordinal);
    }
}
