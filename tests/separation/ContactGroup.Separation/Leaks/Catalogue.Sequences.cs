using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string SequenceGaps = "sequence gaps";
    private const string CountingIds = "ids that carry time, order or number";

    private static IEnumerable<Leak> Sequences()
    {
        yield return new TriggerLeak(
            "sequence-counts-hidden-items",
            SequenceGaps,
            "Every item of a channel takes a number in every stream of it, shown or not.",
            "release",
            "AFTER INSERT ON items BEGIN UPDATE streams SET head = head + 1 WHERE channel = NEW.channel AND scope = 1; END");

        yield return new AnswerLeak(
            "head-of-the-whole-channel",
            SequenceGaps,
            "The list of streams gives the head of the channel's log instead of the stream's.",
            "GET /api/release/streams",
            answer =>
            {
                foreach (var stream in answer.Json?["streams"]?.AsArray() ?? [])
                {
                    stream!["head"] = answer.Site.Number(
                        "release", "SELECT SUM(head) FROM streams WHERE channel = @channel", new { channel = stream["channel"]!.GetValue<string>() });
                }
            });

        yield return new CountingReferences() { OfDeployment = true };
        yield return new CountingItems() { OfDeployment = true };
    }

    /// <summary>References are counted instead of drawn.</summary>
    private sealed record CountingReferences() : Leak(
        "reference-is-counted", CountingIds, "References are a running number of the deployment, such as MSG-0000-0042.")
    {
        public override void Plant(LeakSite site) => SeededIds.Counting = 8;

        public override void Uproot(LeakSite site) => SeededIds.Counting = null;
    }

    /// <summary>Ids of items are counted instead of drawn.</summary>
    private sealed record CountingItems() : Leak("id-is-counted", CountingIds, "Ids are a running number, so that two of them tell how many are between.")
    {
        public override void Plant(LeakSite site) => SeededIds.Counting = Contracts.Ids.Length;

        public override void Uproot(LeakSite site) => SeededIds.Counting = null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static JsonNode? Field(JsonNode? item, string name) => item?["content"]?[name];
}
