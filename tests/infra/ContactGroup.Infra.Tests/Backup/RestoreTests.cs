using System.Net;

namespace ContactGroup.Infra.Tests.Backup;

[Trait("needs", "servers")]
[Collection("one machine")]
public sealed class RestoreTests(KeptSystem system) : IClassFixture<KeptSystem>
{
    [Fact]
    public async Task A_backup_from_before_there_were_movements_brings_back_all_else_and_their_store_starts_empty()
    {
        var (code, said) = await system.RunAsync("backup/restore", system.CopyOf("format 1", without: "movements.dump"), "--over");

        Assert.True(code == 0, said);
        Assert.Contains("The backup is older than movements: contactgroup_movements starts empty.", said, StringComparison.Ordinal);
        Assert.Equal(0, await system.TablesAsync("movements"));

        await system.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await system.SignInAsync());
        Assert.NotEqual(0, await system.TablesAsync("movements"));
        await system.StopAsync();
    }

    [Fact]
    public async Task A_backup_from_before_there_were_access_notices_brings_back_all_else_and_their_store_starts_empty()
    {
        var (code, said) = await system.RunAsync("backup/restore", system.CopyOf("format 2", without: "access.dump"), "--over");

        Assert.True(code == 0, said);
        Assert.Contains("The backup is older than access: contactgroup_access starts empty.", said, StringComparison.Ordinal);
        Assert.Equal(0, await system.TablesAsync("access"));
        Assert.NotEqual(0, await system.TablesAsync("movements"));
    }

    [Theory]
    [InlineData("format 3")]
    [InlineData("format 2")]
    [InlineData("format 1")]
    public async Task A_backup_that_has_movements_brings_them_back(string format)
    {
        var (code, said) = await system.RunAsync("backup/restore", system.CopyOf(format), "--over");

        Assert.True(code == 0, said);
        Assert.DoesNotContain("starts empty", said, StringComparison.Ordinal);
        Assert.NotEqual(0, await system.TablesAsync("movements"));
    }

    [Theory]
    [InlineData("format 2", "movements.dump", "movements.dump is missing")]
    [InlineData("format 1", "incidents.dump", "incidents.dump is missing")]
    [InlineData("format 3", "access.dump", "access.dump is missing")]
    [InlineData("format 4", "", "another version")]
    [InlineData("", "", "another version")]
    public async Task What_is_no_whole_backup_changes_nothing(string format, string without, string reason)
    {
        var before = await system.TablesAsync("release");

        var (code, said) = await system.RunAsync("backup/restore", system.CopyOf(format, without), "--over");

        Assert.Equal(1, code);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", said, StringComparison.Ordinal);
        Assert.Equal(before, await system.TablesAsync("release"));
    }
}
