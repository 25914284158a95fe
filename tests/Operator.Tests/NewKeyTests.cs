using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Operator.Doctor;

namespace Operator.Tests;

public sealed class NewKeyTests
{
    [Fact]
    public async Task the_pair_that_it_makes_works_once_it_is_uploaded_and_stored()
    {
        await using var patient = await Patient.HealthyAsync();
        var sut = NewKeyPair.Make("JT06", TimeProvider.System);
        var path = Path.Combine(Directory.CreateTempSubdirectory("key-").FullName, "key.pem");

        sut.WritePrivateKey(path);
        patient.Vault.SetSecret("JT06-jose-key", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        await patient.PutAsync("jose/merchants/JT06/keys/second?asDefault=true", sut.CertificatePem);

        (await patient.CausesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void it_says_what_to_upload_where_and_never_shows_the_private_half()
    {
        var sut = NewKeyPair.Make("JT06", TimeProvider.System);

        var instructions = sut.Instructions("/keys/JT06-jose-key.pem");

        instructions.ShouldContain("Merchant Public Keys. Set it as default.");
        instructions.ShouldContain("--name JT06-jose-key --file /keys/JT06-jose-key.pem");
        instructions.ShouldNotContain("PRIVATE", Case.Sensitive);
        using var certificate = X509Certificate2.CreateFromPem(instructions);
        certificate.GetRSAPublicKey()!.KeySize.ShouldBe(2048);
        certificate.HasPrivateKey.ShouldBeFalse();
    }

    [Fact]
    public void the_private_half_is_for_its_owner_and_overwrites_nothing()
    {
        var sut = NewKeyPair.Make("JT06", TimeProvider.System);
        var path = Path.Combine(Directory.CreateTempSubdirectory("key-").FullName, "key.pem");

        sut.WritePrivateKey(path);

        var again = () => sut.WritePrivateKey(path);
        again.ShouldThrow<IOException>();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(path));
    }
}
