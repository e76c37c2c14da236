namespace ContactGroup.Client.Tests.Docs;

/// <summary>The code that <c>docs/guides/connect-a-client.md</c> shows; a test keeps the two alike.</summary>
internal static class ConnectAClient
{
    public static async Task SignInAndPostAsync()
    {
        using var http = new HttpClient();
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = new Uri("http://127.0.0.1:5080") });
        await client.SignInAsync("amal", "the password that --demo printed");

        var groups = await client.GetGroupsAsync();
        var plenary = groups[0].Channels.First(channel => channel.Kind == "plenary");

        await client.PostAsync(plenary.Id, new MessageDraft("The road to the depot is passable.", ReleaseTo: ["all"]));
    }

    public static async Task ReportAsync(ContactGroupClient client, string channel)
    {
        var report = new IncidentReport
        {
            Category = "SMALL_ARMS_FIRE",
            OccurredAt = "2026-03-01",
            Country = "SDN",
            Position = new GeoPosition(Lat: 13.5, Lon: 25.1),
            NarrativeRestricted = "For our own side: what happened.",
            Summary = "For the other sides, after review: avoid the road north of the depot.",
            ReleaseTo = ["own-side", "audience:military:northern-force"],
            SourceReference = new SourceReference("our-database", "2026-117"),
        };

        try
        {
            var receipt = await client.ReportAsync(channel, report);
            Console.WriteLine(receipt.Existing ? $"{receipt.Reference} was there already" : $"reported {receipt.Reference}");
        }
        catch (ContactGroupException refusal) when (refusal.Code == ErrorCodes.FieldInvalid)
        {
            foreach (var (field, remedies) in refusal.Errors)
            {
                Console.WriteLine($"{field}: {string.Join(' ', remedies)}");
            }
        }
    }

    public static async Task FollowAsync(ContactGroupClient client, IPositionStore positions, CancellationToken stop)
    {
        var options = new LiveOptions { Positions = positions, FromStart = true };
        await foreach (var entry in client.SubscribeAsync(options, stop))
        {
            switch (entry.Op)
            {
                case "put" or "replace":
                    Console.WriteLine($"{entry.Seq}: {entry.View!.Reference}");
                    break;
                case "recall":
                    Console.WriteLine($"{entry.Seq}: {entry.Item} is no longer yours to keep: delete it");
                    break;
            }
        }
    }
}
