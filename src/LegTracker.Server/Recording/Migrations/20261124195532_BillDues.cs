using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegTracker.Server.Recording.Migrations
{
    /// <inheritdoc />
    public partial class BillDues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CircuitOpenUntil",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CircuitOpenings",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PausedReason",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Dues",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    BillId = table.Column<int>(type: "INTEGER", nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dues", x => new { x.Source, x.BillId });
                    table.ForeignKey(
                        name: "FK_Dues_Bills_BillId",
                        column: x => x.BillId,
                        principalTable: "Bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dues_BillId",
                table: "Dues",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Dues_Source_Next",
                table: "Dues",
                columns: new[] { "Source", "Next" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Dues");

            migrationBuilder.DropColumn(
                name: "CircuitOpenUntil",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "CircuitOpenings",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "PausedReason",
                table: "Sources");
        }
    }
}
