/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Draws every page of the window light, dark, right to left, 360 pixels wide and with large text:
 *   window-pictures FOLDER [GUISE]
 * With ADW_DEBUG_HIGH_CONTRAST=1 all that in high contrast. The pictures are to be looked at; what
 * a machine can see it checks: in a narrow window nothing may reach beyond its edge.
 */
#include "trama-programme-page.h"
#include "window-fixture.h"

typedef struct
{
  const char *name;
  AdwColorScheme scheme;
  GtkTextDirection direction;
  int width, height;
  int percent; /* of the text's usual size */
} Guise;

static const Guise guises[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 1280, 800, 100 },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR, 1280, 800, 100 },
  { "rtl", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL, 1280, 800, 100 },
  { "narrow", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 360, 720, 100 },
  { "large", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR, 1280, 800, 150 },
};

static const char *const pages[]
    = { "dashboard", "programme", "firms", "network", "cluster", "reports", "library" };
static const char *const views[]
    = { "plan", "members", "activities", "training", "testing", "money", "evaluation" };

static guint n_beyond;

static void
save (TramaMainWindow *window, const char *folder, const char *page, const Guise *guise)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *name
      = g_strdup_printf ("%s-%s%s.png", page, guise->name,
                         g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL ? "-contrast" : "");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  /* A busy machine may not have drawn the first frame yet. */
  for (guint i = 0; i < 100 && node == NULL; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      if (i > 0)
        settle (100);
      width = gdk_paintable_get_intrinsic_width (paintable);
      height = gdk_paintable_get_intrinsic_height (paintable);
      gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
      node = gtk_snapshot_free_to_node (snapshot);
    }
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* What scrolls sideways may be wider than the window, and nothing else. */
static void
check_edges (GtkWidget *widget, GtkWidget *window, const char *page)
{
  graphene_rect_t bounds;
  float width = (float) gtk_widget_get_width (window);

  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget))
    {
      if (gtk_widget_compute_bounds (widget, window, &bounds) && bounds.size.width > 0
          && gtk_widget_get_child_visible (widget)
          && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > width + 1))
        {
          g_printerr ("%s: %s reaches from %.0f to %.0f of %.0f: “%s”\n", page,
                      G_OBJECT_TYPE_NAME (widget), bounds.origin.x,
                      bounds.origin.x + bounds.size.width, width,
                      GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "");
          n_beyond++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_edges (child, window, page);
}

/* Which widget asks for so much: the innermost that needs more than the window has. */
static void
blame (GtkWidget *widget, int width, const char *page)
{
  gboolean inner = FALSE;
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= width)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum <= width)
        continue;
      inner = TRUE;
      blame (child, width, page);
    }
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (!inner)
    g_printerr ("%s: %s needs %d of %d\n", page, G_OBJECT_TYPE_NAME (widget), minimum, width);
}

static gboolean
has_summary (gpointer data)
{
  TramaWorkspace *workspace = data;
  const TramaProgramme *programme = trama_workspace_get_programme (workspace);
  TramaProgrammeSummary *summary = trama_workspace_get_summary (workspace, programme->record.id);

  return summary != NULL && summary->version == trama_workspace_get_version (workspace);
}

static void
show_and_save (TramaMainWindow *window, const char *folder, const char *page, const Guise *guise)
{
  settle (700);
  save (window, folder, page, guise);
  if (guise->width <= 360)
    {
      guint before = n_beyond;

      check_edges (GTK_WIDGET (window), GTK_WIDGET (window), page);
      if (n_beyond > before)
        blame (GTK_WIDGET (window), gtk_widget_get_width (GTK_WIDGET (window)) - 30, page);
    }
}

static gboolean
is_programme_page (GtkWidget *widget, gconstpointer data)
{
  return TRAMA_IS_PROGRAMME_PAGE (widget);
}

static void
draw_guise (TramaApplication *application, const char *folder, const Guise *guise)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  TramaMainWindow *window;
  GtkWidget *programme;

  adw_style_manager_set_color_scheme (manager, guise->scheme);
  gtk_widget_set_default_direction (guise->direction);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-xft-dpi",
                96 * 1024 * guise->percent / 100, NULL);
  window = trama_main_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), guise->width, guise->height);
  gtk_window_present (GTK_WINDOW (window));
  show_and_save (window, folder, "start", guise);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_sample (application, guise->width, guise->height);
  wait_until ("the summary", has_summary, trama_main_window_get_workspace (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      trama_main_window_show_page (window, pages[i]);
      if (g_str_equal (pages[i], "network") || g_str_equal (pages[i], "reports"))
        settle (3000);
      show_and_save (window, folder, pages[i], guise);
    }
  trama_main_window_show_page (window, "programme");
  programme = find_widget (GTK_WIDGET (window), is_programme_page, NULL);
  g_assert_nonnull (programme);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strconcat ("programme-", views[i], NULL);

      trama_programme_page_show_view (TRAMA_PROGRAMME_PAGE (programme), views[i]);
      show_and_save (window, folder, name, guise);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-record", "s", "activity");
  show_and_save (window, folder, "activity", guise);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (TramaApplication) application = NULL;

  if (argc < 2 || argc > 3)
    {
      g_printerr ("usage: window-pictures FOLDER [GUISE]\n");
      return 2;
    }
  g_mkdir_with_parents (argv[1], 0755);
  application = new_application ();
  for (guint i = 0; i < G_N_ELEMENTS (guises); i++)
    if (argc < 3 || g_str_equal (argv[2], guises[i].name))
      draw_guise (application, argv[1], &guises[i]);
  if (n_beyond > 0)
    {
      g_printerr ("%u widgets reach beyond the edge of a narrow window\n", n_beyond);
      return 1;
    }
  return 0;
}
