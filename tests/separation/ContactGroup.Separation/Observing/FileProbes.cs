using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;
using Dapper;

namespace ContactGroup.Separation.Observing;

/// <summary>What the observer asks about files: their own in every way, names that other streams have for files, uploads of others, and what is not there.</summary>
internal static class FileProbes
{
    private const int MostItems = 5;

    public static async Task RunAsync(Eye eye, string key, IReadOnlyList<JsonNode> items, IReadOnlyList<string> own)
    {
        var world = eye.World;
        var number = 0;
        var questions = Blob("no file", SeededIds.Of("absent blob")).Concat(Blob("a malformed file", "nothing")).ToList();
        foreach (var slot in world.Plan.Slots.Where(slot => (slot.First ?? slot.Second) is Acts.Post { Attach: not null }).Select(slot => slot.Key).Distinct().Take(MostItems))
        {
            questions.AddRange(Blob("another's file of " + slot, await NameAsync(world, slot, own) ?? SeededIds.Of("absent blob")));
        }

        foreach (var slot in world.Plan.Slots.Where(slot => (slot.First ?? slot.Second) is Acts.Post { Attach: not null } or Acts.Upload).Select(slot => slot.Key).Distinct().Take(MostItems))
        {
            var (by, upload) = world.Uploads.TryGetValue(slot, out var found) ? found : (string.Empty, SeededIds.Of("absent upload"));
            if (by != world.Plan.Observer.Key)
            {
                questions.AddRange(Upload(slot, upload, world.ChannelOf("plenary") ?? SeededIds.Of("absent room"), () => Sweep.Numbered(key + "-file", ++number)));
            }
        }

        await eye.AskAsync(questions);
    }

    /// <summary>Every way of asking for a file.</summary>
    public static IEnumerable<Question> Blob(string what, string name)
    {
        var path = "/api/release/blobs/" + name;
        yield return Question.Get(what, path);
        yield return new Question("head of " + what, "HEAD", path);
        yield return Question.Get("the beginning of " + what, path, "Range: bytes=0-9\r\n");
        yield return Question.Get("beyond the end of " + what, path, "Range: bytes=999999-\r\n");
        yield return new Question("head of a part of " + what, "HEAD", path, null, "Range: bytes=0-9\r\n");
        yield return Question.Get(what + " if changed", path, $"If-None-Match: \"{name}\"\r\n");
        yield return Question.Get(what + " if as it was", path, $"If-Match: \"{name}\"\r\nIf-Range: \"{name}\"\r\nRange: bytes=0-9\r\n");
    }

    private static async Task<string?> NameAsync(World world, string slot, IReadOnlyList<string> own)
    {
        var names = await world.InReleaseAsync(async connection => (await connection.QueryAsync<string>(
            "SELECT name FROM blob_names WHERE item = @item ORDER BY name", new { item = world.ItemOf(slot) })).AsList());
        return names.FirstOrDefault(name => !own.Contains(name));
    }

    private static IEnumerable<Question> Upload(string slot, string upload, string room, Func<string> key)
    {
        var path = "/api/channels/uploads/" + upload;
        yield return Question.Get("upload of " + slot, path);
        yield return new Question("head of the upload of " + slot, "HEAD", path);
        yield return new Question("a part for the upload of " + slot, "PATCH", path, null, "Upload-Offset: 0\r\n") { Bytes = Encoding.UTF8.GetBytes("Mine.") };
        yield return Question.Post("attach the upload of " + slot, $"/api/channels/channels/{room}/messages", new JsonObject { ["text"] = "Mine.", ["attachments"] = new JsonArray(upload) }, key());
        yield return new Question("take back the upload of " + slot, "DELETE", path);
    }
}
