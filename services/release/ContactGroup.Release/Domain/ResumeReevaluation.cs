namespace ContactGroup.Release.Domain;

/// <summary>Goes on with what a stopped process left half looked at.</summary>
internal sealed class ResumeReevaluation(Reevaluation reevaluation) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => reevaluation.RunAsync(stoppingToken);
}
