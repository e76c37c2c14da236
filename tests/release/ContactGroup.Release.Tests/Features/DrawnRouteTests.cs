using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Movements;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Tests.Features;

/// <summary>A line says where a route goes as the stops do, and is shown no finer than they are.</summary>
public sealed class DrawnRouteTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    [Fact]
    public void Where_places_are_shown_coarsely_lines_are_cells_without_order_or_number()
    {
        var fields = Shown(Disclosure.Everything.With(FieldClass.Location, Grain.Coarse), edits: null);

        Assert.True((bool)fields["routeGeometry"]!["coarse"]!);
        Assert.Equal(3, fields["routeGeometry"]!["cells"]!.AsArray().Count);
        Assert.Equal(3, fields["alternateRoutes"]!["cells"]!.AsArray().Count);
        Assert.DoesNotContain("35.12345", fields.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_coordinator_takes_out_of_the_stops_does_not_show_in_the_lines(bool omit)
    {
        var edits = new Redaction(new Dictionary<string, FieldEdit>(StringComparer.Ordinal) { ["route"] = new(Omit: omit, Coarse: !omit) });

        var fields = Shown(Disclosure.Everything, edits);

        Assert.DoesNotContain("35.12345", fields.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(!omit, fields.ContainsKey("routeGeometry"));
        Assert.Equal(!omit, fields.ContainsKey("alternateRoutes"));
    }

    private JsonObject Shown(Disclosure disclosure, Redaction? edits)
    {
        var movement = GivenMovement.Of(app);
        var view = ViewBuilder.Build(movement, MovementSchema.Schema, Rulings.OriginOf(movement).Audience, disclosure, "policy", holdsParent: false, owner: null, edits);
        return JsonNode.Parse(view.Body)!["fields"]!.AsObject();
    }
}
