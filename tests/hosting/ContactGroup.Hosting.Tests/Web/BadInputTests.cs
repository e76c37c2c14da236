using System.Text;

namespace ContactGroup.Hosting.Tests.Web;

public sealed class BadInputTests(EdgeApp app) : IClassFixture<EdgeApp>
{
    [Theory]
    [InlineData("""{"text":"a",""", "CG-1001", "")]
    [InlineData("""{"text":"a"} x""", "CG-1001", "")]
    [InlineData("""{'text':'a'}""", "CG-1001", "")]
    [InlineData("""{"text":"a",}""", "CG-1001", "")]
    [InlineData("""{"text":"a" /* why */}""", "CG-1001", "")]
    [InlineData("", "CG-1001", "")]
    [InlineData("null", "CG-1001", "")]
    [InlineData("[]", "CG-1001", "")]
    [InlineData("5", "CG-1001", "")]
    [InlineData("""{"text":"a","colour":"red"}""", "CG-1001", "colour")]
    [InlineData("""{"text":"a","Text":"b"}""", "CG-1001", "Text")]
    [InlineData("""{"text":"a","text":"b"}""", "CG-1001", "text")]
    [InlineData("""{"text":"a","place":{"name":"n","code":1,"x":1}}""", "CG-1001", "place.x")]
    [InlineData("""{"text":"a","content":{"x":1,"x":2}}""", "CG-1001", "content")]
    [InlineData("""{"text":"\ud800"}""", "CG-1001", "text")]
    [InlineData("{}", "CG-1002", "text")]
    [InlineData("""{"text":null}""", "CG-1002", "text")]
    [InlineData("""{"text":5}""", "CG-1002", "text")]
    [InlineData("""{"text":"  "}""", "CG-1002", "text")]
    [InlineData("""{"text":"a\u0000b"}""", "CG-1002", "text")]
    [InlineData("""{"text":"a\u0007b"}""", "CG-1002", "text")]
    [InlineData("""{"text":"a","posture":"cooperate"}""", "CG-1002", "posture")]
    [InlineData("""{"text":"a","posture":1}""", "CG-1002", "posture")]
    [InlineData("""{"text":"a","count":"5"}""", "CG-1002", "count")]
    [InlineData("""{"text":"a","count":5.5}""", "CG-1002", "count")]
    [InlineData("""{"text":"a","count":99999999999}""", "CG-1002", "count")]
    [InlineData("""{"text":"a","flag":"true"}""", "CG-1002", "flag")]
    [InlineData("""{"text":"a","lat":91,"lon":0}""", "CG-1002", "lat")]
    [InlineData("""{"text":"a","lat":1}""", "CG-1002", "lon")]
    [InlineData("""{"text":"a","lat":1e999,"lon":0}""", "CG-1002", "lat")]
    [InlineData("""{"text":"a","start":"2026-03-01T10:00:00"}""", "CG-1002", "start")]
    [InlineData("""{"text":"a","start":"2026-02-30T10:00:00Z"}""", "CG-1002", "start")]
    [InlineData("""{"text":"a","start":"yesterday"}""", "CG-1002", "start")]
    [InlineData("""{"text":"a","start":1234567890}""", "CG-1002", "start")]
    [InlineData("""{"text":"a","start":"2026-03-02T10:00:00Z","end":"2026-03-01T10:00:00Z"}""", "CG-1002", "end")]
    [InlineData("""{"text":"a","day":"2026-02-30"}""", "CG-1002", "day")]
    [InlineData("""{"text":"a","releaseTo":"all"}""", "CG-1002", "releaseTo")]
    [InlineData("""{"text":"a","releaseTo":["all",7]}""", "CG-1002", "releaseTo[1]")]
    [InlineData("""{"text":"a","place":{"name":"n"}}""", "CG-1002", "place.code")]
    [InlineData("""{"text":"a","place":"Aden"}""", "CG-1002", "place")]
    [InlineData("""{"text":"a","content":[]}""", "CG-1002", "content")]
    [InlineData("""{"text":"a","content":{"x":"\udc00"}}""", "CG-1002", "content")]
    public async Task A_bad_body_is_refused_by_code_and_field_and_nothing_runs(string json, string code, string field)
    {
        var before = app.Handled;

        var answer = await app.PostAsync(json, key: "key-" + Guid.Empty);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Equal(field.Length == 0 ? [] : [field], answer.Fields);
        Assert.Equal(before, app.Handled);
        Assert.DoesNotContain("System.", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("EdgeApp", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_fails_has_a_remedy_that_helps()
    {
        Assert.Contains("Add Z", (await app.PostAsync("""{"text":"a","start":"2026-03-01T10:00:00"}""")).Remedy("start"), StringComparison.Ordinal);
        Assert.Contains("\"cooperation\"", (await app.PostAsync("""{"text":"a","posture":"cooperatin"}""")).Remedy("posture"), StringComparison.Ordinal);
        Assert.Contains("whole number", (await app.PostAsync("""{"text":"a","count":5.5}""")).Remedy("count"), StringComparison.Ordinal);
        Assert.Contains("list", (await app.PostAsync("""{"text":"a","releaseTo":"all"}""")).Remedy("releaseTo"), StringComparison.Ordinal);
        Assert.Contains("swapped", (await app.PostAsync("""{"text":"a","lat":120,"lon":15}""")).Remedy("lat"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_utf8_is_refused()
    {
        byte[] body = [.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        var answer = await app.SendAsync(HttpMethod.Post, "/api/things", body);

        Assert.Equal((400, "CG-1001"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var answer = await app.PostAsync("""{"text":"a","content":{"x":""" + new string('[', 5000) + new string(']', 5000) + "}}");

        Assert.Equal((400, "CG-1001"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_wrong_content_type_is_refused(string? contentType)
    {
        var answer = await app.SendAsync(HttpMethod.Post, "/api/things", """{"text":"a"}"""u8.ToArray(), contentType);

        Assert.Equal((415, "CG-1004"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json;CHARSET=\"Utf-8\"; v=1")]
    public async Task Utf8_may_be_named_with_and_without_quotation_marks(string contentType)
    {
        var answer = await app.SendAsync(HttpMethod.Post, "/api/things", """{"text":7}"""u8.ToArray(), contentType);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_million_characters_are_refused()
    {
        var answer = await app.PostAsync($$"""{"text":"{{new string('a', 1_000_000)}}"}""");

        Assert.Equal((413, "CG-1003"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_million_characters_in_chunks_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/things") { Content = new EndlessText(1_000_000) };
        request.Headers.Add("X-Person", "p1");
        request.Headers.Add("Idempotency-Key", "key-00000001");
        request.Headers.TransferEncodingChunked = true;

        using var response = await app.Client.SendAsync(request);

        Assert.Equal("CG-1003", (await Answer.ReadAsync(response)).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("has space in it")]
    [InlineData("semi;colon;key")]
    public async Task A_missing_or_malformed_idempotency_key_is_refused(string? key)
    {
        var answer = await app.PostAsync("""{"text":"a"}""", key);

        Assert.Equal((400, "CG-1005"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/api/things/by-number/seven", "number")]
    [InlineData("/api/things/by-number/7?day=2026-02-30", "day")]
    [InlineData("/api/things/by-number/99999999999", "number")]
    public async Task A_bad_route_or_query_value_is_refused_by_name(string path, string field)
    {
        var answer = await app.SendAsync(HttpMethod.Get, path);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal([field], answer.Fields);
    }

    [Fact]
    public async Task A_wrong_method_is_told_with_the_right_ones()
    {
        var answer = await app.SendAsync(HttpMethod.Delete, "/api/things");

        Assert.Equal((405, "CG-1009"), (answer.Status, answer.Code));
        Assert.Contains("Allow: POST", answer.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/things/failing/busy", 503, "CG-1008")]
    [InlineData("/api/things/failing/store", 503, "CG-1008")]
    [InlineData("/api/things/failing/refused", 400, "CG-4001")]
    [InlineData("/api/things/failing/otherwise", 500, "CG-1010")]
    public async Task A_failure_becomes_a_problem_without_detail_of_ours(string path, int status, string code)
    {
        var answer = await app.SendAsync(HttpMethod.Get, path);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(status == 503, answer.Headers.Contains("Retry-After", StringComparison.Ordinal));
        Assert.DoesNotContain("secret text", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret text", string.Join('\n', app.LogLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_the_answer_is_not_signed_in()
    {
        var answer = await app.SendAsync(HttpMethod.Get, "/api/things/x", person: "");

        Assert.Equal((401, "CG-2001"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Good_input_passes_and_instants_leave_in_utc()
    {
        var posted = await app.PostAsync("""{"text":" héllo 👩‍👩‍👧 ","posture":"distance","start":"2026-03-01T10:00:00+02:00","content":{"a":["b"]}}""", key: "good-input-1");
        var echoed = await app.SendAsync(HttpMethod.Get, "/api/things/echo/time");

        Assert.Equal(202, posted.Status);
        Assert.Equal("""{"at":"2026-03-01T08:00:00Z","posture":"coexistence","name":"سلام"}""", echoed.Body);
    }

    private sealed class EndlessText : HttpContent
    {
        private readonly int length;

        public EndlessText(int length)
        {
            this.length = length;
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync("{\"text\":\""u8.ToArray());
            await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('a', length)));
            await stream.WriteAsync("\"}"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
