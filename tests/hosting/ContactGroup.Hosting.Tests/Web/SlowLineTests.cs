using System.Net;
using System.Net.Sockets;
using System.Text;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Web;

/// <summary>The time a request may take is the time for its answer to be made; over a slow line the way there and back takes longer.</summary>
public sealed class SlowLineTests
{
    private const int HeldByTheMachine = 16 * 1024;

    [Fact]
    public async Task A_long_answer_arrives_whole_over_a_line_that_takes_longer_than_a_request_may()
    {
        await using var app = new EdgeApp { Settings = { ["Edge:RequestTimeoutSeconds"] = "1" } };
        await app.InitializeAsync();
        using var line = await OpenAsync(app);
        await SendAsync(line, $"GET /api/things/large/answer HTTP/1.1\r\nHost: x\r\nX-Person: p1\r\nConnection: close\r\n\r\n");
        var head = new byte[1024];
        await line.ReadExactlyAsync(head);

        await LastsLongerThanARequestMayAsync(app);

        var rest = new MemoryStream();
        await line.CopyToAsync(rest);
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(head), StringComparison.Ordinal);
        Assert.True(head.Length + rest.Length > EdgeApp.LargeAnswer, $"{head.Length + rest.Length} bytes came.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_takes_longer_to_come_than_a_request_may_is_taken(bool announced)
    {
        await using var app = new EdgeApp { Settings = { ["Edge:RequestTimeoutSeconds"] = "1" } };
        await app.InitializeAsync();
        using var line = await OpenAsync(app);
        const string Body = """{"text":"The bridge at Ad-Dabbah is open."}""";
        await SendAsync(line, $"POST /api/things HTTP/1.1\r\nHost: x\r\nX-Person: p1\r\nIdempotency-Key: key-00000001\r\nContent-Type: application/json\r\nConnection: close\r\n");
        await SendAsync(line, announced ? $"Content-Length: {Body.Length}\r\n\r\n{Body[..9]}" : $"Transfer-Encoding: chunked\r\n\r\n9\r\n{Body[..9]}\r\n");

        await LastsLongerThanARequestMayAsync(app);

        await SendAsync(line, announced ? Body[9..] : $"{Body.Length - 9:x}\r\n{Body[9..]}\r\n0\r\n\r\n");
        var answer = new MemoryStream();
        await line.CopyToAsync(answer);
        Assert.StartsWith("HTTP/1.1 202", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /api/things", "HTTP/1.1 401")]
    [InlineData("GET /api/things/open/door", "HTTP/1.1 200")]
    [InlineData("GET /health/live", "HTTP/1.1 200")]
    [InlineData("POST /health/live", "HTTP/1.1 200")]
    public async Task What_nobody_known_sends_is_not_waited_for_where_nothing_is_made_of_it(string request, string expected)
    {
        await using var app = new EdgeApp();
        await app.InitializeAsync();
        using var line = await OpenAsync(app);
        await SendAsync(line, $"{request} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200000\r\nConnection: close\r\n\r\n{{");

        var head = new byte[12];
        await line.ReadExactlyAsync(head);

        Assert.Equal(expected, Encoding.ASCII.GetString(head));
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for_without_end()
    {
        var clock = new FakeClock();
        await using var app = new EdgeApp { Clock = clock };
        await app.InitializeAsync();
        using var line = await OpenAsync(app);
        await SendAsync(line, "POST /api/things HTTP/1.1\r\nHost: x\r\nX-Person: p1\r\nIdempotency-Key: key-00000001\r\nContent-Type: application/json\r\nContent-Length: 30\r\nConnection: close\r\n\r\n{");

        var head = new byte[12];
        var answered = line.ReadExactlyAsync(head).AsTask();
        await Eventually.IsAsync(true, () =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(answered.IsCompleted);
        });

        Assert.Equal("HTTP/1.1 503", Encoding.ASCII.GetString(head));
    }

    [Fact]
    public async Task Nobody_has_more_bodies_on_the_way_than_lines_are_slow()
    {
        await using var app = new EdgeApp { Settings = { ["Edge:RequestTimeoutSeconds"] = "1" } };
        await app.InitializeAsync();
        const string Half = "POST /api/things HTTP/1.1\r\nHost: x\r\nX-Person: p1\r\nIdempotency-Key: key-00000001\r\nContent-Type: application/json\r\nContent-Length: 30\r\nConnection: close\r\n\r\n{";
        var lines = new List<NetworkStream>();
        for (var number = 0; number < 33; number++)
        {
            lines.Add(await OpenAsync(app));
            await SendAsync(lines[^1], Half);
        }

        var answers = lines.ConvertAll(async line =>
        {
            var head = new byte[12];
            await line.ReadExactlyAsync(head);
            return Encoding.ASCII.GetString(head);
        });

        Assert.Equal("HTTP/1.1 429", await await Task.WhenAny(answers));
        await LastsLongerThanARequestMayAsync(app);
        Assert.Equal(1, answers.Count(answer => answer.IsCompleted));
        Assert.Equal(202, (await app.PostAsync("""{"text":"Somebody else."}""", key: "key-00000002", person: "p2")).Status);

        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }

        await Eventually.IsAsync(202, async () => (await app.PostAsync("""{"text":"The same again."}""", key: "key-00000003")).Status);
    }

    // What was asked later and is refused for its time is proof that the time of what was asked before is over too.
    private static async Task LastsLongerThanARequestMayAsync(EdgeApp app)
    {
        var refused = await app.SendAsync(HttpMethod.Get, "/api/things/waiting/long", person: "p2");
        Assert.Equal(503, refused.Status);
    }

    private static async Task<NetworkStream> OpenAsync(EdgeApp app)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = HeldByTheMachine };
        await socket.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task SendAsync(NetworkStream line, string text) => await line.WriteAsync(Encoding.ASCII.GetBytes(text));
}
