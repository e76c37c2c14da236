namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string Attachments = "attachments: names, URLs, sizes, EXIF, thumbnails, range and HEAD requests, duplicate detection";
    private const string Blobs = "/api/release/blobs/";
    private const string Uploads = "/api/channels/uploads/";

    private static IEnumerable<Leak> Files()
    {
        yield return new AnswerLeak("head-of-a-hidden-file", Attachments, "HEAD of a file that exists and is withheld answers 403 instead of 404.", "HEAD " + Blobs, answer =>
        {
            if (answer.Status == 404 && BlobOf(answer).Length > 0)
            {
                answer.Status = 403;
            }
        });
        yield return new AnswerLeak("length-of-a-refused-range", Attachments, "The refusal of a part of a withheld file tells how long the file is.", "GET " + Blobs, answer =>
        {
            if (answer.Status == 404 && answer.Context.Request.Headers.Range.Count > 0 && BlobOf(answer) is { Length: > 0 } blob)
            {
                answer.Context.Response.Headers.ContentRange = $"bytes */{answer.Site.Number("channels", "SELECT kept_size FROM uploads WHERE blob = @blob", new { blob })}";
            }
        });
        yield return new AnswerLeak("name-of-a-file-crosses", Attachments, "A file that crossed sides comes with the name that its author gave it.", "GET " + Blobs, answer =>
        {
            var blob = BlobOf(answer);
            if (answer.Status is 200 or 206 && answer.Site.Rows<string>("channels", "SELECT name FROM uploads WHERE blob = @blob", new { blob }) is [{ } name])
            {
                answer.Context.Response.Headers["X-Name"] = name;
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("upload-of-another-is-forbidden", Attachments, "The upload of another person answers 403 instead of 404.", "GET " + Uploads, answer =>
        {
            if (answer.Status == 404 && answer.Site.Number("channels", "SELECT COUNT(*) FROM uploads WHERE upload = @upload", new { upload = answer.IdAfter(Uploads) }) > 0)
            {
                answer.Status = 403;
            }
        });
        yield return new AnswerLeak("duplicate-file", Attachments, "Whoever uploads a file is told how many of this size the channel has.", "POST /api/channels/channels/", answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("upload"))
            {
                json["known"] = answer.Site.Number("channels", "SELECT COUNT(*) FROM uploads WHERE channel = @channel", new { channel = answer.IdAfter("/api/channels/channels/") });
            }
        });
    }

    private static string BlobOf(LeakyAnswer answer) =>
        answer.Site.Rows<string>("release", "SELECT blob FROM blob_names WHERE name = @name", new { name = answer.IdAfter(Blobs) }) is [{ } blob] ? blob : string.Empty;
}
