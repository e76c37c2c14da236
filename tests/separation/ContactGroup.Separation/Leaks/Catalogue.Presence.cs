using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string MemberLists = "presence, typing, member lists";
    private const string Names = "names of channels and groups, autocomplete, invitations";

    private static IEnumerable<Leak> Presence()
    {
        yield return new AnswerLeak("members-of-all-sides", MemberLists, "The member list names everybody.", "GET /api/channels/groups/", answer =>
        {
            if (answer.Json?["members"] is JsonArray members)
            {
                foreach (var name in answer.Site.Rows<string>("channels", "SELECT name FROM memberships WHERE contact_group = @Group AND member = 1 ORDER BY name", new { answer.Group }))
                {
                    members.Add(new JsonObject { ["displayName"] = name });
                }
            }
        });
        yield return new AnswerLeak("number-of-members", MemberLists, "A group shows how many members it has.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                group["members"] = answer.Site.Number(
                    "channels", "SELECT COUNT(*) FROM memberships WHERE contact_group = @group AND member = 1", new { group = group["id"]!.GetValue<string>() });
            }
        });
        yield return new SomebodyIsHere();
        yield return new AnswerLeak("rooms-of-all-sides", Names, "A group lists channels that do not admit the reader, by name.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                group["others"] = new JsonArray([.. answer.Site.Rows<string>(
                    "channels", "SELECT name FROM channels WHERE contact_group = @group ORDER BY name", new { group = group["id"]!.GetValue<string>() }).Select(name => (JsonNode)name)]);
            }
        });
        yield return new AnswerLeak("number-of-rooms", Names, "A group shows how many channels it has.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                group["rooms"] = answer.Site.Number(
                    "channels", "SELECT COUNT(*) FROM channels WHERE contact_group = @group", new { group = group["id"]!.GetValue<string>() });
            }
        });
    }

    /// <summary>Everybody sees that somebody else is there.</summary>
    private sealed record SomebodyIsHere() : Leak("somebody-is-here", MemberLists, "A group shows who was there in the last two minutes, whoever it was.")
    {
        public override byte[] After(LeakSite site, HttpContext context, byte[] body)
        {
            var person = LeakyAnswer.PersonOf(context);
            site.Notes[person] = site.Clock.GetUtcNow();
            if (context.Request.Path != "/api/channels/groups")
            {
                return body;
            }

            var answer = new LeakyAnswer(site, context, body);
            foreach (var group in answer.Groups)
            {
                group["here"] = site.Notes.Count(one => one.Key != person && one.Value > site.Clock.GetUtcNow().AddMinutes(-2));
            }

            return answer.Bytes();
        }
    }
}
