using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentOperations.Merchants;
using TwoC2P;

namespace Operator.Doctor;

/// <summary>The app's own settings, secrets and client, and the examinations on top.</summary>
internal static class DoctorServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static ServiceProvider Create(IConfiguration configuration, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddLogging();
        services.AddMerchants(configuration);
        services.AddTwoC2P();
        services
            .AddHttpClient(Probe.ClientName, client => client.Timeout = Patience)
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                    handler.UseProxy = false;
                }
            )
            .RemoveAllLoggers();
        services.AddSingleton<Probe>();
        services.AddSingleton<KeyChecks>();
        services.AddSingleton<TokenExamination>();
        services.AddSingleton<HashExamination>();
        services.AddSingleton<Examination>();
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Environment variables, over the values of a file in the form of local.settings.json.</summary>
    public static IConfiguration Read(string? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            var values = ReadFile(file).GetSection("Values");
            builder.AddInMemoryCollection(
                values
                    .GetChildren()
                    .Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value))
            );
        }

        return builder.AddEnvironmentVariables().Build();
    }

    private static IConfigurationRoot ReadFile(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file)).Build();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SettingsFileException(
                $"--settings is no file like local.settings.sample.json that can be read: {exception.Message}",
                exception
            );
        }
    }
}
