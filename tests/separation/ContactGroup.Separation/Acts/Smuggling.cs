using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>
/// A message with a marking above unclassified that no gate stopped, as from an older version of its service, comes to release and is quarantined. Who sends
/// one the usual way is refused; that is a <see cref="Post"/>.
/// </summary>
internal sealed record Smuggle(string By, string Room, string Text) : Act(By)
{
    public override string Tell(Plan plan) => $"has \"{Text}\" come past the gate in {plan.Where(Room).Name}";

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var services = world.Host.Services;
        await services.GetRequiredService<ReleaseStore>().Store.WriteAsync(
            async scope =>
            {
                var author = world.Plan.Who(By);
                var state = await ChannelRows.FindAsync(scope.Connection, channel);
                var item = new ItemVersioned(
                    Ids.New(),
                    channel,
                    "message",
                    1,
                    Ids.NewReference("MSG"),
                    new ItemOrigin(
                        world.IdOf(By),
                        author.Name,
                        world.OrganisationOf(author.Organisation.Key),
                        world.NameOf(author.Organisation),
                        author.Organisation.Constituency,
                        author.Organisation.Force),
                    Classification.Sensitivity.Moderate,
                    ["all"],
                    [],
                    Classification.Caveats.None,
                    ItemStatus.Current,
                    scope.Now,
                    Expires: null,
                    new JsonObject { ["text"] = Text },
                    Exercise: false,
                    ChannelVersion: state!.Version);
                var views = new FirstViews(scope);
                await services.GetRequiredService<Arrivals>().TakeAsync(scope, item, new Rooms(scope.Connection), views);
                await views.WriteAsync();
                world.NoteItem(key, By, item.Item);
                return item.Item;
            },
            CancellationToken.None);
    }
}
