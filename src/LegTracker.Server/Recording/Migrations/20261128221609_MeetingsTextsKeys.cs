using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LegTracker.Server.Recording.Migrations
{
    /// <inheritdoc />
    public partial class MeetingsTextsKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "HumanFields",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PositionAuthor",
                table: "HumanFields",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PositionTime",
                table: "HumanFields",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sponsors",
                table: "HumanFields",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Texts",
                table: "HumanFields",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    SecretSha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreateTime = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ExpireTime = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokeTime = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    MeetingDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => new { x.MeetingDate, x.Number });
                    table.ForeignKey(
                        name: "FK_Segments_Meetings_MeetingDate",
                        column: x => x.MeetingDate,
                        principalTable: "Meetings",
                        principalColumn: "Date",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_SecretSha256",
                table: "ApiKeys",
                column: "SecretSha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Segments_PublishedTime",
                table: "Segments",
                column: "PublishedTime");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "HumanFields");

            migrationBuilder.DropColumn(
                name: "PositionAuthor",
                table: "HumanFields");

            migrationBuilder.DropColumn(
                name: "PositionTime",
                table: "HumanFields");

            migrationBuilder.DropColumn(
                name: "Sponsors",
                table: "HumanFields");

            migrationBuilder.DropColumn(
                name: "Texts",
                table: "HumanFields");
        }
    }
}
