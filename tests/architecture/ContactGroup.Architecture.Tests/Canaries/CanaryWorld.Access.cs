using System.Text.Json.Nodes;
using ContactGroup.Contracts.Access;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Architecture.Tests.Canaries;

internal sealed partial class CanaryWorld
{
    private async Task RaiseAccessAsync(HttpClient amal, HttpClient ines, HttpClient okan, HttpClient tomas)
    {
        var plenary = await amal.ChannelAsync("Plenary");
        var notice = await SayAsync(amal, $"/api/access/channels/{plenary}/notices", NoticeInEveryField());
        await ines.SeeAsync($"/api/release/items/{notice}", _ => true);
        await SayAsync(amal, $"/api/access/items/{notice}/update", new JsonObject { ["source"] = Words.For("access.otherSource"), ["reason"] = Words.For("access.updateReason") });
        await SayAsync(ines, $"/api/access/items/{notice}/update", new JsonObject { ["followUpOwner"] = Words.For("access.otherOwner") });
        await SayAsync(ines, $"/api/access/items/{notice}/state", new JsonObject { ["state"] = "ESCALATED", ["note"] = Words.For("access.stateNote") });
        await DecideAsync(tomas, notice, "release", review => new JsonObject { ["shown"] = review["shown"].Text() });
        await okan.SeeAsync($"/api/release/items/{notice}", _ => true);
    }

    private JsonObject NoticeInEveryField()
    {
        var notice = new JsonObject
        {
            ["constraintType"] = "AC3",
            ["severity"] = "3",
            ["country"] = "SYR",
            ["startedAt"] = "2026-02-20",
            ["releaseTo"] = new JsonArray("own-side", "audience:military:northern-force"),
        };
        // P-codes are codes with a form of their own and no words; the note of a state is written when it is said.
        foreach (var field in AccessConstraintSchema.Schema.Fields.Where(field =>
            field.Shape == FieldShape.Text && field.Name != "stateNote" && !field.Name.EndsWith("Pcode", StringComparison.Ordinal)))
        {
            notice[field.Name] = Words.For($"access.{field.Name}");
        }

        return notice;
    }
}
