using ContactGroup.Standalone;
using Microsoft.Extensions.Options;

namespace ContactGroup.System.Tests;

/// <summary>Who starts the process wrongly reads a sentence that tells what to mend.</summary>
public sealed class StartFaultTests
{
    [Fact]
    public void Every_broken_setting_is_told()
    {
        var failure = new OptionsValidationException("Edge", typeof(object), ["Configuration key Edge:A is not usable.", "Configuration key Edge:B does not exist."]);

        Assert.Equal($"Configuration key Edge:A is not usable.{Environment.NewLine}Configuration key Edge:B does not exist.", StartFault.Explain(failure, Start()));
    }

    [Fact]
    public void A_missing_policy_file_is_named()
    {
        var failure = Assert.ThrowsAny<IOException>(() => File.ReadAllBytes(Path.Combine(Path.GetTempPath(), "absent", "policy.json")));

        Assert.Contains("policy.json", StartFault.Explain(failure, Start()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_not_dressed_up() => Assert.Null(StartFault.Explain(new InvalidOperationException("x"), Start()));

    private static StartCommand Start() => new("data", Demo: false, Json: false, []);
}
