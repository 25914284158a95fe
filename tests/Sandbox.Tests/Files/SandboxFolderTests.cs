using System.Security.Cryptography.X509Certificates;
using Sandbox.Files;

namespace Sandbox.Tests.Files;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SandboxFolderTests
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("sandbox-").FullName, ".sandbox");

    [Fact]
    public void only_its_owner_can_read_the_folder_and_its_files()
    {
        var sut = SandboxFolder.Open(_path, TimeProvider.System);

        File.GetUnixFileMode(sut.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory
            .GetFiles(sut.Path)
            .ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void it_has_the_files_that_another_client_needs()
    {
        var sut = SandboxFolder.Open(_path, TimeProvider.System);

        using var gateway = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(sut.Path, "gateway.cert.pem"));
        using var merchant = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(sut.Path, "JT01.pfx"), "2c2p");
        gateway.HasPrivateKey.ShouldBeFalse();
        merchant.GetRSAPrivateKey().ShouldNotBeNull();
    }

    [Fact]
    public void a_second_run_keeps_the_keys_of_the_first()
    {
        var first = File.ReadAllBytes(SandboxFolder.Open(_path, TimeProvider.System).GatewayPfx);

        var second = File.ReadAllBytes(SandboxFolder.Open(_path, TimeProvider.System).GatewayPfx);

        second.ShouldBe(first);
    }

    [Fact]
    public void a_certificate_without_its_key_is_made_again()
    {
        var sut = SandboxFolder.Open(_path, TimeProvider.System);
        File.Delete(sut.MerchantPfx("JT04"));

        SandboxFolder.Open(_path, TimeProvider.System);

        using var pfx = X509CertificateLoader.LoadPkcs12FromFile(sut.MerchantPfx("JT04"), SandboxFolder.PfxPassword);
        using var pem = X509CertificateLoader.LoadCertificateFromFile(sut.MerchantCertificatePem("JT04"));
        pfx.Thumbprint.ShouldBe(pem.Thumbprint);
    }

    [Fact]
    public void sandboxes_on_different_ports_have_logs_of_their_own()
    {
        var sut = SandboxFolder.Open(_path, TimeProvider.System);

        var (first, second) = (sut.Run(7071), sut.Run(8071));

        first.Log("app").ShouldBe(Path.Combine(sut.Path, "7071", "logs", "app.log"));
        second.Log("app").ShouldNotBe(first.Log("app"));
        File.GetUnixFileMode(first.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
