using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>What becomes of an item later: part of it left out, taken back, asked to go further, a file with it, a marking that is refused.</summary>
internal sealed partial class CanaryWorld
{
    private const string Force = "audience:military:northern-force";

    /// <summary>Only the coordinator's words reach the force, and they go again; why is between owner and coordination.</summary>
    private async Task TakeBackAsync(HttpClient amal, HttpClient ines, HttpClient okan)
    {
        var redacted = Words.For("force.redaction");
        var item = await SayAsync(
            amal,
            $"/api/channels/channels/{await amal.ChannelAsync("Plenary")}/messages",
            new JsonObject { ["text"] = Words.For("redacted.text"), ["releaseTo"] = new JsonArray("own-side", Force) });
        await DecideAsync(ines, item, "release", review => new JsonObject
        {
            ["shown"] = review["shown"].Text(),
            ["note"] = Words.For("redacted.note"),
            ["fields"] = new JsonObject { ["text"] = new JsonObject { ["text"] = redacted } },
        });
        await okan.SeeAsync($"/api/release/items/{item}", shown => shown["fields"]!["text"].Text() == redacted);
        await SayAsync(amal, $"/api/release/items/{item}/recall", new JsonObject { ["target"] = Force, ["reason"] = Words.For("recall.reason") });
        Answers.Add((await amal.ReadAsync($"/api/release/items/{item}/exposure")).ToJsonString());
    }

    private async Task AskToGoFurtherAsync(HttpClient amal, HttpClient jonas, HttpClient ines)
    {
        var item = await SayAsync(
            amal, $"/api/channels/channels/{await amal.ChannelAsync("Plenary")}/messages", new JsonObject { ["text"] = Words.For("widened.text") });
        await jonas.SeeAsync($"/api/release/items/{item}", _ => true);
        var asked = await ines.DoAsync($"/api/release/items/{item}/widening", new JsonObject { ["target"] = Force, ["reason"] = Words.For("widening.reason") });
        Keep("widening", asked["widening"].Text());
        await SayAsync(amal, $"/api/release/items/{item}/widenings/{asked["widening"].Text()}/decline", []);
    }

    /// <summary>A file stays in the room of its side. Its bytes lie sealed, so its words stand in no file at all.</summary>
    private async Task AttachAsync(HttpClient amal, HttpClient jonas)
    {
        var room = IdsOf("channel")[0];
        var bytes = Encoding.UTF8.GetBytes($"A line of the file. {Words.For("file.line")}");
        var begun = await amal.DoAsync(
            $"/api/channels/channels/{room}/uploads",
            new JsonObject { ["name"] = $"{Words.For("file.name")}.txt", ["mediaType"] = "text/plain", ["size"] = bytes.Length });
        Keep("upload", begun["upload"].Text());
        using var part = new HttpRequestMessage(HttpMethod.Patch, $"/api/channels/uploads/{begun["upload"].Text()}") { Content = new ByteArrayContent(bytes) };
        part.Headers.Add("Upload-Offset", "0");
        using var answer = await amal.SendAsync(part);
        Answers.Add($"upload {(int)answer.StatusCode} {answer.Headers} {await answer.Content.ReadAsStringAsync()}");
        var item = await SayAsync(
            amal,
            $"/api/channels/channels/{room}/messages",
            new JsonObject { ["text"] = Words.For("file.message"), ["attachments"] = new JsonArray(begun["upload"].Text()) });
        var shown = await jonas.SeeAsync($"/api/release/items/{item}", one => one["fields"]!["attachments"] is JsonArray { Count: 1 });
        Keep("name", shown["fields"]!["attachments"]![0]!["blob"].Text());
    }

    private Task SendMarkedAsync(HttpClient amal) => SayAsync(
        amal, $"/api/channels/channels/{IdsOf("channel")[0]}/messages", new JsonObject { ["text"] = $"NATO SECRET {Words.For("bad.marked")}" }, keep: false);
}
