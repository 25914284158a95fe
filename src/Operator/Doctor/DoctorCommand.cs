using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Doctor;

/// <summary>Examines a merchant and prints what was found.</summary>
internal sealed class DoctorCommand : AsyncCommand<DoctorSettings>
{
    private const int Good = 0;
    private const int Bad = 1;

    /// <inheritdoc />
    public override async Task<int> ExecuteAsync(
        CommandContext context,
        DoctorSettings settings,
        CancellationToken cancellationToken
    )
    {
        await using var services = DoctorServices.Create(DoctorServices.Read(settings.File), TimeProvider.System);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
                Show(new Finding("settings", failure));
            return Bad;
        }

        var findings = await services.GetRequiredService<Examination>().ExamineAsync(settings.Merchant, cancellationToken);
        foreach (var finding in findings)
            Show(finding);
        return findings.All(finding => finding.Problem is null) ? Good : Bad;
    }

    private static void Show(Finding finding)
    {
        if (finding.Problem is null)
            AnsiConsole.MarkupLineInterpolated($"[green]✓[/] {finding.Check}");
        else
            AnsiConsole.MarkupLineInterpolated($"[red]✗[/] {finding.Check}: {finding.Problem}");
    }
}
